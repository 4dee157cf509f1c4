//! A picture on several pages: more countries than a page has room for go on on the next, each page
//! with the title, the key and the notes.

use super::body::Body;
use super::picture::ChartSpec;
use crate::words;

impl ChartSpec {
    /// The picture on so many pages; `None` where it cannot be cut into as many: only a grid can.
    pub fn pages(&self, count: usize) -> Option<Vec<Self>> {
        let Body::Grid(grid) = &self.body else {
            return None;
        };
        let parts = grid.parts(count)?.into_iter().zip(1..);
        let page = |(part, number)| Self {
            subtitle: words::on_page(&self.subtitle, number, count),
            body: Body::Grid(part),
            ..self.clone()
        };
        Some(parts.map(page).collect())
    }
}
