//! Throw-away: shows the pages. `opatlas PAGE THEME [drawer] [extra]`.
#![allow(warnings, clippy::all, clippy::pedantic, missing_docs)]
use std::sync::Arc;
use eframe::egui;
use opatlas::model::*;
use opatlas::{draw, state::*, ui};
use opatlas::model;
#[path = "file/document.rs"]
mod document;
use document as d;

fn parse<'a, T: serde::Deserialize<'a>>(raw: &'a str) -> T {
    let o = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    match o.from_str(raw) { Ok(v) => v, Err(e) => panic!("{e} in {raw}") }
}
fn c(s: &str) -> Country { Country::from_code(s).unwrap_or_else(|| panic!("{s}")) }
fn rep(r: d::Report) -> Report { Report { quantity: r.quantity, source: r.source.into(), wording: r.wording, preferred: r.preferred, note: r.note } }
fn reps(r: Vec<d::Report>) -> Vec<Report> { r.into_iter().map(rep).collect() }
fn ids(v: Vec<String>) -> Vec<SourceId> { v.into_iter().map(Into::into).collect() }
fn cs(v: Vec<String>) -> Vec<Country> { v.iter().map(|s| c(s)).collect() }

fn dataset(text: &str) -> Dataset {
    let doc: d::Document = parse(text);
    let mut out = Dataset { file: "liberterra.ron".into(), title: doc.title, summary: doc.summary, ..Default::default() };
    for (k, v) in &doc.sources.0 {
        let id: String = parse(k.get_ron()); let s: d::Source = parse(v.get_ron());
        out.sources.insert(id.into(), Source { publisher: s.publisher, title: s.title, date: s.date.and_then(|d| PartialDate::parse(&d)), address: s.address.ok_or(s.no_address.unwrap_or_default()), grade: s.grade, note: s.note });
    }
    for (k, v) in &doc.metrics.0 {
        let id: String = parse(k.get_ron()); let m: d::Metric = parse(v.get_ron());
        out.metrics.push(Metric { id: id.into(), label: m.label, unit: m.unit, definition: m.definition, part_of: m.part_of.map(Into::into) });
    }
    for raw in &doc.operations {
        let o: d::Operation = parse(raw.get_ron());
        let figures = o.figures.0.iter().map(|(k, v)| { let id: String = parse(k.get_ron()); let r: Vec<d::Report> = parse(v.get_ron()); Figure { metric: id.into(), reports: reps(r) } }).collect();
        out.operations.push(Operation {
            id: o.id.as_str().into(), family: o.family.unwrap_or(o.name.clone()), name: o.name, summary: o.summary, lead: o.lead,
            days: o.days.and_then(|(a, b)| Some(Days { first: PartialDate::parse(&a)?, last: PartialDate::parse(&b)? })),
            days_note: o.days_note, status: o.status,
            countries: Participation { count: reps(o.countries.count), listed: cs(o.countries.listed), sources: ids(o.countries.sources), note: o.countries.note },
            coordination_units: o.coordination_units.into_iter().map(|u| CoordinationUnit { country: c(&u.country), place: u.place, note: u.note, sources: ids(u.sources) }).collect(),
            figures, findings: o.findings.into_iter().map(|f| Finding { text: f.text, sources: ids(f.sources) }).collect(),
            supported_by: o.supported_by.into_iter().map(|s| Support { name: s.name, role: s.role, sources: ids(s.sources) }).collect(),
            sources: ids(o.sources),
        });
    }
    for raw in &doc.cases {
        let k: d::Case = parse(raw.get_ron());
        out.cases.push(Arc::new(Case {
            id: k.id.into(), operation: k.operation.into(), title: k.title, summary: k.summary, date: k.date.and_then(|d| PartialDate::parse(&d)),
            countries: cs(k.countries), crimes: k.crimes,
            found: k.found.into_iter().map(|p| People { who: p.who, reports: reps(p.reports), nationalities: cs(p.nationalities), regions: p.regions, among: p.among.into_iter().map(|a| Among { who: a.who, reports: reps(a.reports) }).collect(), note: p.note }).collect(),
            arrested: reps(k.arrested), suspected: reps(k.suspected),
            seized: k.seized.into_iter().map(|s| Seizure { what: s.what, unit: s.unit, reports: reps(s.reports) }).collect(),
            route: k.route.into_iter().map(|s| Stop { step: s.step, country: s.country.map(|s| c(&s)), place: s.place }).collect(),
            sources: ids(k.sources), note: k.note,
        }));
    }
    out
}

struct App { state: State, frames: u32 }

impl eframe::App for App {
    fn ui(&mut self, ui: &mut egui::Ui, _: &mut eframe::Frame) {
        let start = std::time::Instant::now();
        let mut commands = Vec::new();
        egui::Panel::left("rail").exact_size(80.0).show(ui, |ui| {
            for page in Page::ALL { if ui.button(page.name()).clicked() { commands.push(Command::Show(page)); } }
        });
        egui::Panel::top("top").exact_size(48.0).show(ui, |ui| { ui.label("top bar"); });
        egui::Panel::bottom("status").exact_size(24.0).show(ui, |ui| { ui.label(self.state.notice.as_ref().map_or("", |n| &n.text)); });
        if self.state.drawer.is_some() {
            egui::Panel::right("drawer").frame(egui::Frame::NONE).exact_size(400.0).show(ui, |ui| ui::drawer::drawer_ui(ui, &self.state, &mut commands));
        }
        egui::CentralPanel::default().frame(egui::Frame::NONE).show(ui, |ui| match self.state.view.page {
            Page::Compare => {}
            Page::Countries => ui::countries::page_ui(ui, &self.state, &mut commands),
            Page::Cases => ui::cases::page_ui(ui, &self.state, &mut commands),
            Page::Sources => ui::sources::page_ui(ui, &self.state, &mut commands),
            Page::Problems => ui::problems::page_ui(ui, &self.state, &mut commands),
        });
        for command in commands {
            eprintln!("{command:?}");
            if let Command::Copy(..) = &command {}
            self.state.apply(command);
            ui.ctx().request_repaint();
        }
        if std::env::var("TIME").is_ok() { eprintln!("{:?}", start.elapsed()); ui.ctx().request_repaint(); }
    }
}

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let arg = |i: usize| args.get(i).map_or("", String::as_str);
    let mut set = dataset(&std::fs::read_to_string("/work/ui-pages/data/liberterra.ron").unwrap());
    if let Ok(n) = std::env::var("MANY") {
        let cases = set.cases.clone();
        let n: usize = n.parse().unwrap();
        set.cases = (0..n).map(|i| { let mut k = (*cases[i % cases.len()]).clone(); k.id = format!("k{i}").into(); Arc::new(k) }).collect();
    }
    if std::env::var("SIXTEEN").is_ok() {
        let ops = set.operations.clone();
        for i in 0..13 { let mut o = ops[i % 3].clone(); o.id = format!("op{i}").into(); o.name = format!("Storm Makers {i}"); 
            if i % 3 == 1 { o.countries.listed.retain(|c| !(c.code().as_bytes()[2] as usize + i).is_multiple_of(3)); let n = o.countries.listed.len() as u64; if i != 1 { o.countries.count[0].quantity = Quantity::Exactly(n); o.countries.count.truncate(1);} }
            set.operations.push(o); }
    }
    let mut state = State::default();
    let mut problems = Vec::new();
    if arg(1) == "Problems" && arg(4) != "none" {
        let p = |severity, line, column, what: &str, remedy: &str| Problem { severity, file: "data/liberterra.ron".into(), place: Some(Place { line, column, length: 4 }), what: what.into(), remedy: remedy.into() };
        problems.push(p(Severity::Warning, 88, 12, "the source “police-blog” is used by nothing", "remove it, or name it where it states something"));
        problems.push(p(Severity::Error, 120, 31, "the number 3,744 has a comma", "write 3744"));
        problems.push(p(Severity::Error, 97, 5, "the operation “liberterra-4”, which the case “l4-boat” belongs to, is not declared in this dataset or in any other that is open, so nobody can say when it happened or who led it", "declare the operation, or write one of liberterra-1, liberterra-2, liberterra-3"));
    }
    if arg(4) != "empty" {
        state.apply(Command::ReadingDone(Box::new(FileRead { path: None, name: "liberterra.ron".into(), dataset: Some(Arc::new(set)), problems: problems.clone() })));
        if arg(4) == "stale" { state.apply(Command::ReadingDone(Box::new(FileRead { path: None, name: "liberterra.ron".into(), dataset: None, problems }))); }
    }
    let page = Page::ALL.into_iter().find(|p| p.name() == arg(1)).unwrap_or_default();
    state.apply(Command::Show(page));
    let drawer = match arg(3).split_once('=') {
        Some(("country", c)) => Some(Drawer::Country { code: c.into() }),
        Some(("operation", c)) => Some(Drawer::Operation { operation: c.into() }),
        Some(("taking", c)) => Some(Drawer::CountriesTakingPart { operation: c.into() }),
        Some(("source", c)) => Some(Drawer::Source { source: c.into() }),
        Some(("figure", c)) => { let (o, m) = c.split_once('/').unwrap(); Some(Drawer::Figure { operation: o.into(), metric: m.into() }) }
        _ => None,
    };
    if let Some(d) = drawer { state.apply(Command::OpenDrawer(d)); }
    if let Some(id) = arg(4).strip_prefix("case=") { let mut ch = state.view.cases.clone(); ch.selected = Some(id.into()); state.apply(Command::ChooseCases(ch)); }
    if let Some(id) = arg(4).strip_prefix("op=") { let mut ch = state.view.countries.clone(); ch.operation = Some(id.into()); state.apply(Command::ChooseCountries(ch)); }
    let dark = arg(2) == "dark";
    let options = eframe::NativeOptions { viewport: egui::ViewportBuilder::default().with_maximized(true).with_inner_size([1440.0, 900.0]), ..Default::default() };
    eframe::run_native("opatlas", options, Box::new(move |cc| {
        draw::theme::install(&cc.egui_ctx);
        cc.egui_ctx.set_theme(if dark { egui::Theme::Dark } else { egui::Theme::Light });
        Ok(Box::new(App { state, frames: 0 }))
    })).unwrap();
}
