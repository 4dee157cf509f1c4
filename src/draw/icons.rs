//! The icons, each by the name of what it shows. An icon never stands without a name beside
//! it or behind it for a screen reader.

macro_rules! icons {
    ($($name:ident = $code:literal),* $(,)?) => {
        $(#[doc = concat!("The icon at ", $code, ".")] pub const $name: &str = $code;)*
    };
}

icons! {
    ARROWS_LEFT_RIGHT = "\u{E0A0}",
    ARROWS_OUT = "\u{E0A2}",
    ARROW_CLOCKWISE = "\u{E036}",
    ARROW_COUNTER_CLOCKWISE = "\u{E038}",
    ARROW_SQUARE_OUT = "\u{E5DE}",
    CALENDAR_BLANK = "\u{E10A}",
    CARET_DOWN = "\u{E136}",
    CARET_LEFT = "\u{E138}",
    CARET_RIGHT = "\u{E13A}",
    CARET_UP = "\u{E13C}",
    CHART_BAR_HORIZONTAL = "\u{E152}",
    CHART_SCATTER = "\u{EAAC}",
    CHECK = "\u{E182}",
    CLOCK = "\u{E19A}",
    COPY = "\u{E1CA}",
    DATABASE = "\u{E1DE}",
    EXPORT = "\u{EAF0}",
    FILE_PLUS = "\u{E236}",
    FILE_TEXT = "\u{E23A}",
    FOLDER_OPEN = "\u{E256}",
    GLOBE = "\u{E28C}",
    GRID_NINE = "\u{EC8C}",
    INFO = "\u{E2CE}",
    LIST = "\u{E2F0}",
    MAGNIFYING_GLASS = "\u{E30C}",
    MOON = "\u{E330}",
    NEWSPAPER = "\u{E344}",
    PENCIL = "\u{E3B4}",
    PUSH_PIN = "\u{E3E2}",
    QUESTION = "\u{E3E8}",
    RANKING = "\u{ED62}",
    SIDEBAR = "\u{EC24}",
    SLIDERS = "\u{E434}",
    TABLE = "\u{E476}",
    SUN = "\u{E472}",
    TEXT = "\u{E6EE}",
    WARNING = "\u{E4E0}",
    WARNING_CIRCLE = "\u{E4E2}",
    X = "\u{E4F6}",
}
