//! Where the name of one point could go, seen alone: beside the point, or a little further off
//! with a line to it. A place that covers a mark, leaves the frame or would be read as the name
//! of another point is none.

use eframe::egui;
use egui::{Align, Pos2, Rect, Vec2, pos2, vec2};

use super::lines::{cuts, passes};
use super::near::Near;

/// A line of a name.
#[derive(Debug, Clone, Copy)]
pub struct TextLine {
    /// The room it takes.
    pub size: Vec2,
    /// Where its ink lies, from its top left corner.
    pub ink: Rect,
}

/// A point that wants a name.
#[derive(Debug, Clone)]
pub struct Wanting {
    /// Its middle.
    pub middle: Pos2,
    /// How far its mark reaches to every side.
    pub radius: f32,
    /// Arms of its mark that names must not cover, each to one side or across the middle.
    pub arms: Vec<Rect>,
    /// Its name in lines, the fullest form first: with figures, then alone.
    pub forms: Vec<Vec<TextLine>>,
    /// Whether it chooses its place before the others.
    pub first: bool,
}

impl Wanting {
    /// The room that its mark takes.
    pub(super) fn extent(&self) -> Rect {
        let mark = Rect::from_center_size(self.middle, Vec2::splat(2.0 * self.radius));
        self.arms.iter().fold(mark, |room, arm| room.union(*arm))
    }
}

/// Points with where each is found.
pub(super) struct Field<'a> {
    pub(super) points: &'a [Wanting],
    pub(super) near: Near,
    /// The room names have.
    pub(super) frame: Rect,
}

/// Where a name goes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Found {
    /// Which form of the name.
    pub form: usize,
    /// The room it takes.
    pub rect: Rect,
    /// Which ends of its lines lie under each other.
    pub align: Align,
    /// A line from the point to the name, where it is not beside the point.
    pub leader: Option<[Pos2; 2]>,
}

impl Found {
    /// The top left corner of every line.
    pub fn lines(self, form: &[TextLine]) -> impl Iterator<Item = Pos2> {
        form.iter().scan(self.rect.top(), move |top, line| {
            let room = self.rect.width() - line.size.x;
            let pos = pos2(self.rect.left() + room * self.align.to_factor(), *top);
            *top += line.size.y;
            Some(pos)
        })
    }

    /// Where the ink of every line lies.
    fn inks(self, form: &[TextLine]) -> impl Iterator<Item = Rect> {
        self.lines(form)
            .zip(form)
            .map(|(pos, line)| line.ink.translate(pos.to_vec2()))
    }
}

/// A place for a name, with how bad it is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate {
    pub(super) found: Found,
    pub(super) cost: f32,
}

/// From a mark to the name beside it.
const BESIDE: [f32; 3] = [5.0, 8.0, 12.0];
/// From a mark to a name with a line.
const AWAY: [f32; 6] = [15.0, 20.0, 26.0, 33.0, 40.0, 46.0];
/// In which directions such a name is looked for.
const DIRECTIONS: u8 = 16;
/// Between a name and the mark of another point.
const CLEAR: f32 = 2.0;
/// The same for a name with a line: nobody may read it as the name of that point.
const CLEAR_AWAY: f32 = 8.0;
/// Between the end of a name and an arm.
const ARM_CLEAR: f32 = 3.0;
/// A name without a line is nearer to its own point than to any other by so much.
const NEARER: f32 = 3.0;
/// How far beyond an arm of another point a name is read as belonging to it, and how bad it is.
const ARM_END: f32 = 10.0;
const LED_TO: f32 = 8.0;
/// Points less far apart lie in one place.
const SAME: f32 = 1.0;
/// How bad it is to leave the figures out.
const NO_FIGURES: f32 = 12.0;
/// How bad a line is, and each point of the way to such a name.
const WITH_LEADER: f32 = 25.0;
const PER_POINT: f32 = 0.6;

/// The places of a name beside its point, the best first.
pub(super) fn beside(index: usize, field: &Field<'_>) -> Vec<Candidate> {
    candidates(index, field, |point, block, lines| {
        let spots = BESIDE.into_iter().flat_map(|gap| {
            let spots = spots(point, block, lines, gap, field.frame).into_iter();
            spots.map(move |(corner, align, cost)| {
                (block.found(corner, align), cost + (gap - BESIDE[0]) * 0.4)
            })
        });
        spots.collect()
    })
}

/// The places of a name further off, with a line to its point, the best first.
pub(super) fn away(index: usize, field: &Field<'_>) -> Vec<Candidate> {
    candidates(index, field, |point, block, lines| {
        let place = |(far, way): (f32, Vec2)| {
            // The nearest edge or corner of its ink lies at the distance from the mark.
            let near = point.middle + way * (point.radius + far);
            let (x, y) = (side(way.x), side(way.y));
            let corner = near + vec2((x - 1.0) * block.ink.x, (y - 1.0) * block.ink.y) / 2.0;
            let align = if x > 0.0 {
                Align::Min
            } else if x < 0.0 {
                Align::Max
            } else {
                Align::Center
            };
            let found = block.found(corner, align);
            let leader = Some(leader(point, found.inks(lines))?);
            Some((Found { leader, ..found }, WITH_LEADER + far * PER_POINT))
        };
        let ways = AWAY
            .into_iter()
            .flat_map(|far| directions().map(move |way| (far, way)));
        ways.filter_map(place).collect()
    })
}

/// The places of a name of some, each with how unusual it is, that cover no mark and can be read as
/// those of their point; the best first.
fn candidates(
    index: usize,
    field: &Field<'_>,
    places: impl Fn(&Wanting, &Block, &[TextLine]) -> Vec<(Found, f32)>,
) -> Vec<Candidate> {
    let Some(point) = field.points.get(index) else {
        return Vec::new();
    };
    let around = Around::of(index, point, field);
    let mut candidates = Vec::new();
    for (form, lines) in point.forms.iter().enumerate() {
        for (found, cost) in places(point, &Block::of(form, lines), lines) {
            if !field.frame.contains_rect(found.rect) {
                continue;
            }
            if let Some(doubt) = around.doubt(found, lines) {
                let cost = cost + doubt + NO_FIGURES * form as f32;
                candidates.push(Candidate { found, cost });
            }
        }
    }
    candidates.sort_by(|a, b| a.cost.total_cmp(&b.cost));
    candidates
}

/// A name as one block.
#[derive(Clone, Copy)]
struct Block {
    form: usize,
    size: Vec2,
    /// The size of its ink, and the way from its own corner to that of its ink.
    ink: Vec2,
    inset: f32,
}

impl Block {
    fn of(form: usize, lines: &[TextLine]) -> Self {
        let width = lines.iter().map(|line| line.size.x).fold(0.0, f32::max);
        let height = lines.iter().map(|line| line.size.y).sum::<f32>();
        let inset = lines.first().map_or(0.0, |line| line.ink.top());
        let under = lines
            .last()
            .map_or(0.0, |line| line.size.y - line.ink.bottom());
        Self {
            form,
            size: vec2(width, height),
            ink: vec2(width, height - inset - under),
            inset,
        }
    }

    /// The place at which its ink has its top left corner at `corner`.
    fn found(&self, corner: Pos2, align: Align) -> Found {
        Found {
            form: self.form,
            rect: Rect::from_min_size(corner - vec2(0.0, self.inset), self.size),
            align,
            leader: None,
        }
    }
}

/// The spots around a point: where the ink has its top left corner, how lines are aligned, and
/// how unusual the spot is. Right and left come first, as in a printed map.
fn spots(
    point: &Wanting,
    block: &Block,
    lines: &[TextLine],
    gap: f32,
    frame: Rect,
) -> Vec<(Pos2, Align, f32)> {
    let (x, y) = (point.middle.x, point.middle.y);
    let (width, height) = (block.ink.x, block.ink.y);
    let reach = point.radius + gap;
    let corner = reach * std::f32::consts::FRAC_1_SQRT_2;
    let (left, right) = (x - reach - width, x + reach);
    let middle = y - height / 2.0;
    let mut spots = vec![
        (pos2(right, middle), Align::Min, 0.0),
        (pos2(left, middle), Align::Max, 1.0),
        (pos2(x + corner, y - corner - height), Align::Min, 1.5),
        (pos2(x + corner, y + corner), Align::Min, 1.5),
        (
            pos2(x - corner - width, y - corner - height),
            Align::Max,
            2.5,
        ),
        (pos2(x - corner - width, y + corner), Align::Max, 2.5),
    ];
    for level in [y - reach - height, y + reach] {
        spots.extend([
            (pos2(x - width / 2.0, level), Align::Center, 2.0),
            (pos2(x - width * 0.25, level), Align::Min, 2.8),
            (pos2(x - width * 0.75, level), Align::Max, 2.8),
            (pos2(x - point.radius, level), Align::Min, 3.0),
            (pos2(x + point.radius - width, level), Align::Max, 3.4),
        ]);
        // Near the frame as far over the point as there is room.
        let moved = (x - width / 2.0)
            .max(frame.left())
            .min(frame.right() - width);
        let over = (moved..moved + width).contains(&x);
        if over && (moved - (x - width / 2.0)).abs() > 1.0 {
            spots.push((pos2(moved, level), Align::Center, 2.6));
        }
    }
    // Up and down along both sides; with two lines the first or last at the point's height.
    let line = lines.first().map_or(0.0, |line| line.ink.height());
    let levels = if lines.len() > 1 {
        [y - line / 2.0, y + line / 2.0 - height]
    } else {
        [middle - height / 2.0, middle + height / 2.0]
    };
    for level in levels {
        spots.push((pos2(right, level), Align::Min, 1.2));
        spots.push((pos2(left, level), Align::Max, 2.2));
    }
    spots
}

/// A point with what is near enough to matter to its name.
struct Around<'a> {
    point: &'a Wanting,
    /// Other points.
    marks: Vec<&'a Wanting>,
    /// Its own arms and those of others.
    arms: Vec<Rect>,
    /// Where a name without a line would be read as what the arm of another point leads to.
    ends: Vec<Rect>,
}

impl<'a> Around<'a> {
    fn of(index: usize, point: &'a Wanting, field: &Field<'a>) -> Self {
        // The furthest place of a name, and as far again as another point could be the nearer.
        const BEYOND: f32 = 64.0;
        let sizes = point.forms.iter().map(|lines| Block::of(0, lines).size);
        let largest = sizes.fold(Vec2::ZERO, Vec2::max);
        let reach =
            Rect::from_center_size(point.middle, Vec2::ZERO).expand2(largest + Vec2::splat(BEYOND));
        let near = field.near.things(reach);
        let others = near.iter().map(|&other| (other, &field.points[other]));
        let arms = others.clone().flat_map(|(_, mark)| &mark.arms);
        let foreign = others.clone().filter(|&(other, _)| other != index);
        let ends = foreign
            .flat_map(|(_, mark)| &mark.arms)
            .filter(|arm| arm.intersects(reach))
            .map(|arm| {
                let across = arm.width() > arm.height();
                arm.expand2(if across {
                    vec2(ARM_END, 0.0)
                } else {
                    vec2(0.0, ARM_END)
                })
            });
        Self {
            ends: ends.collect(),
            point,
            marks: others
                .filter(|&(other, mark)| other != index && reach.contains(mark.middle))
                .map(|(_, mark)| mark)
                .collect(),
            arms: arms.filter(|arm| arm.intersects(reach)).copied().collect(),
        }
    }

    /// How easily a name would be read as that of another point; `None` where it would be, or
    /// where it covers a mark.
    fn doubt(&self, found: Found, lines: &[TextLine]) -> Option<f32> {
        // Lines of text have air above and below, but none at their ends.
        let beside_arms = found.rect.expand2(vec2(ARM_CLEAR, 0.0));
        let covers =
            |mark: &Wanting, clear| found.rect.distance_to_pos(mark.middle) < mark.radius + clear;
        if covers(self.point, 0.5)
            || self.marks.iter().any(|mark| covers(mark, CLEAR))
            || self.arms.iter().any(|arm| arm.intersects(beside_arms))
        {
            return None;
        }
        let inks: Vec<Rect> = found.inks(lines).collect();
        let name = inks.first()?;
        let nearest = |pos: Pos2| {
            let distances = inks.iter().map(|ink| ink.distance_to_pos(pos));
            distances.fold(f32::INFINITY, f32::min)
        };
        let middle = self.point.middle;
        let (own, own_name) = (nearest(middle), name.distance_to_pos(middle));
        let led_to = |end: &&Rect| inks.iter().any(|ink| ink.intersects(**end));
        let mut doubt = self.ends.iter().filter(led_to).count() as f32 * LED_TO;
        for mark in &self.marks {
            let apart = mark.middle.distance(middle);
            // Two points in one place share what is said of it.
            if apart < SAME {
                continue;
            }
            let near = nearest(mark.middle);
            match found.leader {
                None => {
                    let nearer = NEARER.min(apart * 0.4);
                    if near < own + nearer || name.distance_to_pos(mark.middle) < own_name + nearer
                    {
                        return None;
                    }
                    doubt += (2.0 * own - near).max(0.0) * 0.3;
                }
                Some(leader) => {
                    if near < mark.radius + CLEAR_AWAY
                        || passes(leader, mark.middle, mark.radius + GAP)
                    {
                        return None;
                    }
                    doubt += if near < own { 6.0 } else { 0.0 };
                }
            }
        }
        let crosses = |leader| self.arms.iter().any(|arm| cuts(leader, *arm));
        (!found.leader.is_some_and(crosses)).then_some(doubt)
    }
}

/// Between a line and what it joins.
const GAP: f32 = 3.0;
/// The shortest line that is still seen as one, and the longest.
const LEADER: std::ops::RangeInclusive<f32> = 5.0..=40.0;

/// The line from a mark to the nearest ink of its name, with a little air at both ends.
fn leader(point: &Wanting, inks: impl Iterator<Item = Rect>) -> Option<[Pos2; 2]> {
    let distance = |ink: &Rect| ink.distance_to_pos(point.middle);
    let ink = inks.min_by(|a, b| distance(a).total_cmp(&distance(b)))?;
    let end = ink.clamp(point.middle);
    let way = (end - point.middle).normalized();
    let from = point.middle + way * (point.radius + GAP);
    let to = end - way * GAP;
    let fits = LEADER.contains(&(to - from).dot(way));
    (fits && !along_an_arm(point, way)).then_some([from, to])
}

/// Whether a way out of a point nearly follows one of its arms.
fn along_an_arm(point: &Wanting, way: Vec2) -> bool {
    const NEARLY: f32 = 0.9;
    let reach = point.radius + 1.0;
    point.arms.iter().any(|arm| {
        let (low, high) = (arm.min - point.middle, arm.max - point.middle);
        (high.x > reach && way.x > NEARLY)
            || (low.x < -reach && way.x < -NEARLY)
            || (high.y > reach && way.y > NEARLY)
            || (low.y < -reach && way.y < -NEARLY)
    })
}

/// Where a name lies from its nearest point: 1 on the side of the direction, 0 across it.
fn side(part: f32) -> f32 {
    if part.abs() < 0.2 { 0.0 } else { part.signum() }
}

fn directions() -> impl Iterator<Item = Vec2> {
    const STEP: f32 = std::f32::consts::TAU / DIRECTIONS as f32;
    (0..DIRECTIONS).map(|turn| Vec2::angled(f32::from(turn) * STEP))
}

/// The room an arm of a mark takes.
pub fn arm(from: Pos2, to: Pos2, thickness: f32) -> Rect {
    Rect::from_two_pos(from, to).expand(thickness)
}
