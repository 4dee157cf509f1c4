//! The dataset doctor: every mistake people make, with the exact place and words it is told in.
#![expect(clippy::expect_used, reason = "a test fails where it stands")]

use opatlas::file::{self, EMBEDDED, Reading, STARTER};
use opatlas::model::fault::Part;
use opatlas::model::{LeftOut, Place, Problem, Quantity, Severity};

/// A small dataset without a fault; each mistake is made in it.
const SOUND: &str = r#"(
    format: 1,
    title: "Test",
    sources: {
        "gazette": (publisher: "Gazette", title: "T", date: "2024-11-06", address: "https://example.org", grade: News),
        "police": (publisher: "Police", title: "T", no_address: "Printed.", grade: Official),
    },
    metrics: {
        "arrests": (label: "Arrests", unit: "people", definition: "All arrests"),
        "charged": (label: "Charged", unit: "people", definition: "Those charged", part_of: "arrests"),
    },
    operations: [
        (
            id: "weka",
            name: "Operation Weka",
            days: ("2024-09-29", "2024-10-04"),
            countries: (count: [(quantity: UpTo(3), source: "police")], listed: ["ARG", "TGO"]),
            figures: {
                "arrests": [(quantity: Exactly(2517), source: "police")],
                "charged": [
                    (quantity: MoreThan(800), source: "police"),
                    (quantity: About(850), source: "gazette"),
                ],
            },
        ),
    ],
    cases: [
        (
            id: "farm",
            operation: "weka",
            title: "Work on a farm",
            summary: "People had to work on a farm.",
            countries: ["TGO"],
            crimes: [ForcedLabour],
            found: [(who: PeopleFound, reports: [(quantity: Exactly(24), source: "police")])],
            route: [(step: Origin, place: "Asia"), (step: Found, country: "TGO")],
            sources: ["police"],
        ),
        (
            id: "port",
            operation: "weka",
            title: "Arrests in a port",
            summary: "Officers arrested smugglers.",
            date: "2024-10-01",
            countries: ["ARG"],
            arrested: [(quantity: Exactly(7), source: "gazette")],
            sources: ["gazette"],
        ),
    ],
)
"#;

/// The mistakes: behind `-` what is replaced in the sound dataset, behind `+` by what, and below
/// every problem that is then told, with its place, what is wrong and what to do. `⏎` stands for
/// a line break and `‹202E›` for the character of that number.
const MISTAKES: &str = r#"
## Signs of other places
- title: "Test",
+ title: "Test", # the title
3:20: “#” begins no comment in a dataset; write // instead
- title: "Test",
+ title: "Test", -- the title
3:20: “--” begins no comment in a dataset; write // instead
- title: "Test",
+ title: "Test"，
3:18: “，” stands here instead of “,”; write ,
- title: "Test",
+ title:‹A0›"Test",‹A0›‹A0›
3:11: 3 spaces of a special kind (U+00A0), such as web pages contain, stand in the file, the first one here; copy this one into the search of the editor and replace all of them with ordinary spaces
- title: "Test"
+ title: "Te‹200B›s‹200B›t"
3:15: 2 invisible characters of one kind stand in the file, the first one here: U+200B, zero-width space; search the file for U+200B and delete each of them
- title: "Test",
+ title: "Test",‹2028›
3:19: an invisible character stands here: U+2028, line separator, so it is left out; delete the word it stands in or next to, and type it again
## Questions
- Exactly(2517)
+ Between(5, 5)
19:40: warning: both ends of the range are 5; write Exactly(5) if the source gives it flat, else About(5), or the other end of the range
- Exactly(2517)
+ AtLeast(0)
19:40: warning: 0 is stated; leave the figure out where the source states nothing; if it states 0, say so in a note: "…" on this report
- UpTo(3)
+ UpTo(350)
17:44: warning: 350 countries are counted, but there are no more than 249; compare the count with its source; people or checks go into a figure of their own
- ],⏎    cases: [
+     (id: "weka-2", name: " operation weka ", days: ("2025-01-01", "2025-01-02")),⏎    ],⏎    cases: [
26:30: warning: the operation has the same name as “weka”; tell them apart, for example by the year: name: "operation weka (2025)"
- ],⏎    cases: [
+     (id: "Weka", name: "Weka"),⏎    ],⏎    cases: [
26:9: warning: the operation id “Weka” looks like “weka”: they differ only in capitals, spaces or what nobody sees; give one of the two an id that differs in more than that, also where it is referred to
- ],⏎    cases: [
+     (id: "we‹200D›ka", name: "Weka"),⏎    ],⏎    cases: [
26:9: warning: the operation id “we‹200D›ka” looks like “weka”: they differ only in capitals, spaces or what nobody sees; give one of the two an id that differs in more than that, also where it is referred to
## Numbers
- Exactly(2517)
+ >40
19:40: “>40” is not written as a quantity, so the figure “arrests” is left out; write MoreThan(40)
- Exactly(2517)
+ >1,234
19:40: “>1,234” is not written as a quantity, so the figure “arrests” is left out; write MoreThan(1234)
- Exactly(2517)
+ ~40
19:40: “~40” is not written as a quantity, so the figure “arrests” is left out; write About(40)
- Exactly(2517)
+ 40+
19:40: “40+” is not written as a quantity, so the figure “arrests” is left out; write AtLeast(40)
- Exactly(2517)
+ over 40
19:40: “over 40” is not written as a quantity, so the figure “arrests” is left out; write MoreThan(40)
- Exactly(2517)
+ 40–60
19:40: “40–60” is not written as a quantity, so the figure “arrests” is left out; write Between(40, 60)
- Exactly(2517)
+ 40 to 60
19:40: “40 to 60” is not written as a quantity, so the figure “arrests” is left out; write Between(40, 60)
- Exactly(2517)
+ “over 40”
19:40: “over 40” is not written as a quantity, so the figure “arrests” is left out; write MoreThan(40)
- Exactly(2517)
+ 8 million
19:40: the number “8 million” does not say how firm it is, so the figure “arrests” is left out; write Exactly(8000000) if the source gives it flat, else About(8000000), Nearly(8000000), MoreThan(8000000), AtLeast(8000000) or UpTo(8000000)
- Exactly(2517)
+ 1,23,456
19:40: the number “1,23,456” does not say how firm it is, so the figure “arrests” is left out; write Exactly(123456) if the source gives it flat, else About(123456), Nearly(123456), MoreThan(123456), AtLeast(123456) or UpTo(123456)
- Exactly(2517)
+ Exactly(>40)
19:48: “>40” is not written as a quantity, so the figure “arrests” is left out; write MoreThan(40)
- Exactly(2517)
+ About(8M)
19:46: the number “8M” is not a whole number, so the figure “arrests” is left out; write About(8000000)
- Exactly(2517)
+ Exactly(۴۰)
19:48: the number “۴۰” is in digits of another script, so the figure “arrests” is left out; write Exactly(40)
- Exactly(2517)
+ Between(40 to 60)
19:48: the number “40 to 60” is a range, so the figure “arrests” is left out; write Between(40, 60)
- Exactly(2517)
+ Exactly(1,23,456)
19:48: the number “1,23,456” is written with a comma, so the figure “arrests” is left out; write Exactly(123456)
- Exactly(2517)
+ ?
19:40: “?” is not a number, so the figure “arrests” is left out; leave the whole report out when the source states no number, or write Several, Dozens, Hundreds or Thousands when it says so in words
- quantity: Exactly(2517)
+ quantity: 2517
19:40: the number “2517” does not say how firm it is, so the figure “arrests” is left out; write Exactly(2517) if the source gives it flat, else About(2517), Nearly(2517), MoreThan(2517), AtLeast(2517) or UpTo(2517)
- Exactly(2517)
+ Exactly(2,517)
19:48: the number “2,517” is written with a comma, so the figure “arrests” is left out; write Exactly(2517)
- Exactly(2517)
+ Exactly(2 517)
19:48: the number “2 517” is written with a space, so the figure “arrests” is left out; write Exactly(2517)
- Exactly(2517)
+ Exactly(2‹A0›517)
19:48: the number “2‹A0›517” is written with a space, so the figure “arrests” is left out; write Exactly(2517)
- Exactly(2517)
+ Exactly(2'517)
19:48: the number “2'517” is written with an apostrophe, so the figure “arrests” is left out; write Exactly(2517)
- Exactly(2517)
+ Exactly(2.517)
19:48: the number “2.517” is written with a point, so the figure “arrests” is left out; write Exactly(2517) if the point stands between thousands; a count has no decimals
- Exactly(2517)
+ Exactly(2517.0)
19:48: the number “2517.0” is written with decimals, so the figure “arrests” is left out; write Exactly(2517)
- Exactly(2517)
+ Exactly(2.5)
19:48: the number “2.5” is written with decimals, so the figure “arrests” is left out; write the whole number that the source states; a count has no decimals
- Exactly(2517)
+ Exactly(1e999)
19:48: the number “1e999” is in scientific notation, so the figure “arrests” is left out; write the digits alone, such as Exactly(…)
- Exactly(2517)
+ Exactly(2e3)
19:48: the number “2e3” is in scientific notation, so the figure “arrests” is left out; write Exactly(2000)
- Exactly(2517)
+ Exactly(NaN)
19:48: “NaN” is not a number, so the figure “arrests” is left out; leave the whole report out when the source states no number, or write Several, Dozens, Hundreds or Thousands when it says so in words
- Exactly(2517)
+ Exactly(inf)
19:48: “inf” is not a number, so the figure “arrests” is left out; leave the whole report out when the source states no number, or write Several, Dozens, Hundreds or Thousands when it says so in words
- Exactly(2517)
+ NaN
19:40: “NaN” is not a number, so the figure “arrests” is left out; leave the whole report out when the source states no number, or write Several, Dozens, Hundreds or Thousands when it says so in words
- Exactly(2517)
+ Exactly(-3)
19:48: the number “-3” is below zero, so the figure “arrests” is left out; write the number as the source states it; nothing is counted below zero
- Exactly(2517)
+ Exactly(9007199254740993)
19:40: the number “9007199254740993” is too large to be computed with, so this report is left out; check it against its source; a dataset goes up to 999,999,999,999,999
- Exactly(2517)
+ Exactly(99999999999999999999999999)
19:48: the number “99999999999999999999999999” is too large to be computed with, so the figure “arrests” is left out; check it against its source; a dataset goes up to 999,999,999,999,999
- quantity: Exactly(2517)
+ quantity: "2517"
19:40: the quantity “2517” stands in quotation marks, so the figure “arrests” is left out; write Exactly(2517)
- quantity: Exactly(2517)
+ quantity: "more than 2,517"
19:40: the quantity “more than 2,517” stands in quotation marks, so the figure “arrests” is left out; write MoreThan(2517)
- quantity: Exactly(2517)
+ quantity: "dozens of people"
19:40: the quantity “dozens of people” stands in quotation marks, so the figure “arrests” is left out; write Dozens
- Exactly(2517)
+ Exactly("2,517")
19:48: the number “2,517” stands in quotation marks, so the figure “arrests” is left out; write Exactly(2517)
- Exactly(2517)
+ exactly(2517)
19:40: “exactly” is not a quantity, so the figure “arrests” is left out; write Exactly(2517)
- Exactly(2517)
+ Thousands(3)
19:40: “Thousands” takes no number and no brackets, so the figure “arrests” is left out; write Thousands alone, or About(…) and the like when the source gives a number
- Exactly(2517)
+ Exactly
19:40: “Exactly” stands without its number, so the figure “arrests” is left out; write Exactly(…)
- Exactly(2517)
+ Between(40)
19:40: “Between” takes two numbers, so the figure “arrests” is left out; write Between(…, …), the smaller number first
- Exactly(2517)
+ Between(60, 40)
19:40: the range from 60 to 40 runs backwards, so this report is left out; write Between(40, 60)
- Exactly(2517)
+ Exactly(40, 60)
19:40: “Exactly” takes one number, so the figure “arrests” is left out; write Between(40, 60) for a range
- Exactly(2517)
+ Exactly(40-60)
19:48: the number “40-60” is a range, so the figure “arrests” is left out; write Between(40, 60)
- Exactly(2517)
+ Exactly(3k)
19:48: the number “3k” is not a whole number, so the figure “arrests” is left out; write Exactly(3000)
- Exactly(2517)
+ Precisely(2517)
19:40: “Precisely” is not a quantity, so the figure “arrests” is left out; write Exactly(…), About(…), Nearly(…), MoreThan(…), AtLeast(…), UpTo(…) or Between(…, …)
- quantity: Exactly(2517)
+ quantity: unknown
19:40: “unknown” is not a number, so the figure “arrests” is left out; leave the whole report out when the source states no number, or write Several, Dozens, Hundreds or Thousands when it says so in words

## Reports and figures
- (quantity: Exactly(2517), source
+ (Exactly(2517), source
19:30: the name of a field, “quantity:”, is missing here, so the figure “arrests” is left out; write quantity: before it
- [(quantity: Exactly(2517), source: "police")]
+ [Exactly(2517)]
19:29: a number stands here without its source, so the figure “arrests” is left out; write (quantity: Exactly(2517), source: "…")
- [(quantity: Exactly(2517), source: "police")]
+ Exactly(2517)
19:28: a list of reports is needed here, each with its source, so the figure “arrests” is left out; write [(quantity: Exactly(2517), source: "…")]
- [(quantity: Exactly(2517), source: "police")]
+ []
19:17: the figure “arrests” has no report, so it is left out; remove it: a figure that no source states is “not reported” of itself
- (quantity: MoreThan(800), source: "police")
+ (quantity: MoreThan(800))
21:21: the report has no “source”, so this report is left out; add source: "…"

## Fields
- title: "Work on a farm"
+ titel: "Work on a farm"
31:13: “titel” is not a field of a case, so this case is left out; write title
- title: "Work on a farm"
+ title: "Work on a farm", weather: "fine"
31:38: “weather” is not a field of a case, so it is left out; remove it; a case has the fields id, operation, title, summary, date, countries, crimes, found, alleged, arrested, suspected, seized, route, sources and note
-             summary: "Officers arrested smugglers.",⏎
+ 
39:9: the case has no “summary”, so this case is left out; add summary: "…"
- title: "Work on a farm"
+ title: "Work on a farm", title: "x"
31:38: the field “title” is written twice, so the second is left out; keep one of the two

## What is there twice
- "charged": [
+ "arrests": [(quantity: Exactly(3), source: "police")],⏎                "charged": [
20:17: the figure “arrests” is there twice, so the second is left out; put the reports of both into one list
- "police": (pub
+ "gazette": (pub
6:9: the source “gazette” is there twice, so the second is left out; give it an id of its own, or remove it
17:61: no source has the id “police”, so this report is left out; add a source of that id, or write the id of one that is there
19:63: no source has the id “police”, so this report is left out; add a source of that id, or write the id of one that is there
21:55: no source has the id “police”, so this report is left out; add a source of that id, or write the id of one that is there
35:82: no source has the id “police”, so this report is left out; add a source of that id, or write the id of one that is there
37:23: no source has the id “police”, so this reference is left out; add a source of that id, or write the id of one that is there
- id: "port"
+ id: "farm"
40:17: the case “farm” is there twice, so the second is left out; give it an id of its own, or remove it
- id: "port"
+ id: ""
40:17: the case has an empty id, so this case is left out; give it an id of its own
- "Arrests in a port"
+ "Work on a farm"
42:20: warning: the case has the same title as “farm” and may be the same event; put both into one case, or let the title say how they differ
- "Officers arrested smugglers."
+ "People had to work on a farm."
43:22: warning: the case has the same summary as “farm” and may be the same event; put both into one case, or let the summary say how they differ

## Ids that lead nowhere
- MoreThan(800), source: "police"
+ MoreThan(800), source: "polise"
21:55: no source has the id “polise”, so this report is left out; write "police"
- sources: ["gazette"]
+ sources: ["gazzette", "gazette"]
47:23: no source has the id “gazzette”, so this reference is left out; write "gazette"
- "charged": [⏎
+ "charge": [⏎
20:17: no metric has the id “charge”, so this figure is left out; write "charged"
- operation: "weka",⏎            title: "Arr
+ operation: "wekka",⏎            title: "Arr
41:24: no operation has the id “wekka”, so this case is left out; write "weka"
- operation: "weka",⏎            title: "Arr
+ operation: "liberterra",⏎            title: "Arr
41:24: no operation has the id “liberterra”, so this case is left out; add an operation of that id, or write the id of one that is there

## Parts and wholes
- part_of: "arrests"
+ part_of: "arests"
10:93: no metric has the id “arests”, so this “part_of” is left out; write "arrests"
- part_of: "arrests"
+ part_of: "charged"
10:93: the metric “charged” is said to be a part of itself, so the field “part_of” is left out; write the id of the larger metric, or leave the field out
- definition: "All arrests"
+ definition: "All arrests", part_of: "charged"
10:93: the metric “charged” is a part of “arrests”, which is a part of “charged”, so the field “part_of” is left out; remove “part_of” from the larger of the two
- label: "Charged", unit: "people"
+ label: "Charged", unit: "checks"
10:93: warning: the metric “charged” is a part of “arrests”, but they count in different units; give both the same unit, or leave “part_of” out

## Dates
- date: "2024-10-01"
+ date: "2024-02-30"
44:19: “2024-02-30” is not a date: February 2024 has 29 days, so the date is left out; correct the day, or write "2024-02" if it is not known
- date: "2024-10-01"
+ date: "2024-13-01"
44:19: “2024-13-01” is not a date: there is no month 13, so the date is left out; write the year, month and day as 2024-11-06; 2024-11 or 2024 where no more is known
- date: "2024-10-01"
+ date: "01.10.2024"
44:19: “01.10.2024” is not written as a dataset has dates, so the date is left out; write "2024-10-01"
- date: "2024-10-01"
+ date: "01/10/2024"
44:19: “01/10/2024” is not a date, so the date is left out; write the year, month and day as 2024-11-06; 2024-11 or 2024 where no more is known
- date: "2024-10-01"
+ date: "1 October 2024"
44:19: “1 October 2024” is not written as a dataset has dates, so the date is left out; write "2024-10-01"
- date: "2024-10-01"
+ date: 2024-10-01
44:19: “2024-10-01” is a text without quotation marks, so the field “date” is left out; write date: "2024-10-01"
- date: "2024-10-01"
+ date: ""
44:19: the date is empty, so the date is left out; write it as 2024-11-06, or leave the field out
- ("2024-09-29", "2024-10-04")
+ ("2024-10-04", "2024-09-29")
16:19: the last day, 2024-09-29, is before the first, 2024-10-04, so the field “days” is left out; write days: ("2024-09-29", "2024-10-04") if they are only swapped
- ("2024-09-29", "2024-10-04")
+ "2024-09-29"
16:19: the days need a first and a last day in round brackets, so the field “days” is left out; write days: ("2024-09-29", "2024-10-04"), with the same day twice when it was only one
- ("2024-09-29", "2024-10-04")
+ ["2024-09-29", "2024-10-04"]
16:19: the days need a first and a last day in round brackets, so the field “days” is left out; write days: ("2024-09-29", "2024-10-04"), with the same day twice when it was only one
- "2024-10-04")
+ "4 Oct 2024")
16:34: “4 Oct 2024” is not written as a dataset has dates, so the field “days” is left out; write "2024-10-04"

## Countries and counts
- UpTo(3)
+ UpTo(1)
17:81: 2 countries are listed, but no more than 1 took part by any count; compare the list with its source, and the count with its own
- listed: ["ARG", "TGO"]
+ listed: ["ARG", "TGO", "ARG"]
17:96: Argentina (ARG) is listed twice, so the second is left out; remove it
- reports: [(quantity: Exactly(24), source: "police")])
+ reports: [(quantity: Exactly(24), source: "police")], among: [(who: Women, reports: [(quantity: Exactly(25), source: "police")])])
35:102: there are more women than people in the group; compare both numbers with their sources
- listed: ["ARG", "TGO"]
+ listed: ["ARG", "Togo"]
17:89: “Togo” is not a country code, so it is left out; write "TGO" for Togo
- listed: ["ARG", "TGO"]
+ listed: ["ARG", "tgo"]
17:89: “tgo” is not a country code, so it is left out; write "TGO" for Togo
- listed: ["ARG", "TGO"]
+ listed: ["ARG", "TG"]
17:89: “TG” is not a country code, so it is left out; write "TGO" for Togo
- listed: ["ARG", "TGO"]
+ listed: ["ARG", "QQQ"]
17:89: “QQQ” is not a country code, so it is left out; write the three capital letters of ISO 3166-1, such as "TGO" for Togo; Kosovo is "XKX"
- "ARG", "TGO"
+ "ARG", "Congo"
17:89: “Congo” is not a country code, so it is left out; write "COD" for Democratic Republic of the Congo or "COG" for Congo
- "ARG", "TGO"
+ "ARG", "Nigera"
17:89: “Nigera” is not a country code, so it is left out; write "NER" for Niger or "NGA" for Nigeria
- "ARG", "TGO"
+ "ARG", "RKS"
17:89: “RKS” is not a country code, so it is left out; write "XKX" for Kosovo
- listed: ["ARG", "TGO"]
+ listed: [ARG, "TGO"]
17:82: “ARG” is a text without quotation marks, so this country is left out; write "ARG"
- countries: ["ARG"]
+ countries: "ARG"
45:24: a list is needed here, in square brackets, so the field “countries” is left out; write countries: ["ARG"]
- country: "TGO")]
+ country: "Tgo")]
36:75: “Tgo” is not a country code, so this stop is left out; write "TGO" for Togo
- (step: Found, country: "TGO")
+ (step: Found)
36:52: the stop has neither a country nor a place, so this stop is left out; add country: "TGO", or place: "South Asia" where only a region is known
- (step: Found, country: "TGO")
+ Found("TGO")
36:52: “Found” stands before the bracket, so this stop is left out; write (step: Found, …)

## Sources
- https://example.org
+ www.example.org
5:84: “www.example.org” is not a web address, so it is left out; write an address that begins with https:// or http:// and has no spaces, or say in no_address why there is none
- https://example.org
+ https://www.interpol.int@example.org/a
5:84: “https://www.interpol.int@example.org/a” leads elsewhere than it seems to, so it is left out; write the address without what stands before @, and with / only
- no_address: "Printed.", 
+ 
6:19: the source has neither an address nor a reason why it has none; add address: "https://…", or no_address: "…" with the reason
- address: "https://example.org"
+ address: "https://example.org", no_address: "x"
5:119: the source has an address and a reason why it has none, so the reason is left out; remove one of the two

## Names from fixed sets
- grade: News
+ grade: Newspaper
5:9: the source “gazette” is left out, so what rests on it is left out too: 1 reference and 2 reports; correct the source, and they come back
5:114: “Newspaper” is not a grade, so this source is left out; write News
- grade: News
+ grade: "News"
5:9: the source “gazette” is left out, so what rests on it is left out too: 1 reference and 2 reports; correct the source, and they come back
5:114: “News” is one of a fixed set of names and needs no quotation marks, so this source is left out; write News
- grade: News
+ grade: news
5:9: the source “gazette” is left out, so what rests on it is left out too: 1 reference and 2 reports; correct the source, and they come back
5:114: “news” is not a grade, so this source is left out; write News
- [ForcedLabour]
+ [ForcedLabor]
34:22: “ForcedLabor” is not a crime, so this crime is left out; write ForcedLabour
- [ForcedLabour]
+ [Weather]
34:22: “Weather” is not a crime, so this crime is left out; write Trafficking, Smuggling, SexualExploitation, ForcedLabour, ForcedCriminality, ForcedBegging, ForcedMarriage, DomesticServitude, OrganRemoval, ChildExploitation, Kidnapping, Extortion, Fraud, DocumentFraud, DrugTrafficking, FirearmsTrafficking, MoneyLaundering or Other

## Signs
- title: "Work on a farm"
+ title = "Work on a farm"
31:19: “=” stands here instead of a colon, so this case is left out; write title: …
- title: "Work on a farm",
+ title: "Work on a farm";
31:36: “;” stands here instead of a comma, so this case is left out; write ,
-         (⏎            id: "port"
+         {⏎            id: "port"
39:9: the “{” that stands here is closed by a “)”, so this case is left out; write ( … ) around a record, [ … ] around a list, { … } around ids and their records
-         (⏎            id: "port",⏎            operation: "weka",⏎            title: "Arrests in a port",⏎            summary: "Officers arrested smugglers.",⏎            date: "2024-10-01",⏎            countries: ["ARG"],⏎            arrested: [(quantity: Exactly(7), source: "gazette")],⏎            sources: ["gazette"],⏎        )
+         {⏎            "id": "port"⏎        }
39:9: “{” stands here where ( is needed, so this case is left out; write (id: "…", operation: "…", title: "…", summary: "…", sources: ["…"])
- title: "Work on a farm"
+ "title": "Work on a farm"
31:13: the name of the field “title” stands in quotation marks, so this case is left out; write title: …
- title: "Work on a farm",
+ title: "Work on a farm"
31:35: a comma is missing after “title: "Work on a farm"”, so this case is left out; write a comma behind it
- ["ARG", "TGO"]
+ ["ARG" "TGO"]
17:86: a comma is missing after “"ARG"”, so the field “listed” is left out; write a comma behind it
-         ),⏎        (⏎            id: "port"
+         )⏎        (⏎            id: "port"
38:9: a comma is missing after “)”; write a comma behind it
- ["ARG", "TGO"]
+ ["ARG",, "TGO"]
17:88: one comma too many stands here, so the field “listed” is left out; remove it

## Texts
- title: "Work on a farm",
+ title: "Work on a farm,
31:20: the text that begins here is never closed, so this case is left out; write " where it ends
- title: "Arrests in a port",
+ title: "Arrests in a port,
42:20: the text that begins here is never closed, so this case is left out; write " where it ends
- title: "Work on a farm",
+ title: Work on a farm",
31:20: “Work on a farm” is a text without quotation marks, so this case is left out; write "Work on a farm"
31:34: the text that begins here is never closed, so this case is left out; write " where it ends
- title: "Work on a farm",
+ title: Work on a farm,
31:20: “Work on a farm” is a text without quotation marks, so this case is left out; write "Work on a farm"
- place: "Asia"
+ place: Asia
36:43: “Asia” is a text without quotation marks, so this stop is left out; write place: "Asia"
- title: "Work on a farm"
+ title: “Work on a farm”
31:20: the text stands in “ marks instead of straight quotation marks, so this case is left out; write "Work on a farm"
- title: "Work on a farm"
+ title: ‘Work on a farm’
31:20: the text stands in ‘ marks instead of straight quotation marks, so this case is left out; write "Work on a farm"
- title: "Work on a farm"
+ title: 'Work on a farm'
31:20: the text stands in ' marks instead of straight quotation marks, so this case is left out; write "Work on a farm"
- title: "Work on a farm",
+ title: "Work on a farm”,
31:35: the text ends with ” instead of a straight quotation mark, so this case is left out; write "
- title: "Work on a farm"
+ title: "Work on a "farm" now"
31:31: a quotation mark stands inside the text and ends it, so this case is left out; write \" for a quotation mark inside a text
- title: "Work on a farm"
+ title: "C:\data"
31:23: “\d” has no meaning inside a text, so this case is left out; write \\ for a backslash

## Brackets
- source: "police"),⏎                    (quantity: About
+ source: "police",⏎                    (quantity: About
23:17: “]” stands here while a bracket is still open: “(quantity: MoreThan(800), source: "polic…”, so the figure “charged” is left out; write ) before the ]
-             sources: ["police"],⏎        ),
+             sources: ["police"],⏎        
28:9: the “(” that stands here is never closed, so this case is left out; write ) where its contents end
- sources: ["police"],⏎        ),
+ sources: ["police",⏎        ),
38:9: “)” stands here while a bracket is still open: “["police",”, so this case is left out; write ] before the )
-             sources: ["police"],⏎        ),
+             sources: ["police"]),⏎        ),
38:9: the “)” that stands here closes nothing; remove it, or write the bracket it should close
-     ],⏎    cases
+     cases
26:5: “cases” stands here while a “[” is still open; write ] before it
-     ],⏎)
+ ⏎)
50:1: “)” stands here while a “[” is still open; write ] before it
- title: "Work on a farm"
+ title "Work on a farm"
31:13: a colon is missing after “title”, so this case is left out; write title: …
- title: "Work on a farm",
+ title: ,
31:13: nothing is written after “title:”, so this case is left out; write its value, or remove the name and the colon

## The dataset around the records
- title: "Test"
+ title "Test"
3:5: a colon is missing after “title”; write title: …
- title: "Test"
+ titel: "Test"
3:5: “titel” is not a field of a dataset, so it is left out; write title
- title: "Test"
+ title: "Test", author: "me"
3:20: “author” is not a field of a dataset, so it is left out; remove it; a dataset has the fields format, title, summary, sources, metrics, operations and cases
- title: "Test",
+ title: "Test",⏎    title: "x",
4:5: the field “title” is written twice, so the second is left out; put what they hold into one
- title: "Test"
+ title: 2024
3:12: “2024” is a text without quotation marks, so the title is left out; write "2024"
- title: "Test"
+ title: ""
3:12: warning: “title” is empty; write something between the quotation marks
-     title: "Test",⏎
+ 
1:1: the dataset has no “title”; add title: "…"
-     format: 1,⏎
+ 
1:1: the dataset does not say which format it is in; add format: 1,
- format: 1
+ format: 2
2:13: the dataset is in format 2, which is newer than this program; it reads format 1; open it with a newer version of Opatlas
- format: 1
+ format: 0
2:13: there is no format 0; write format: 1
- format: 1
+ format: "1"
2:13: the number of the format stands in quotation marks; write format: 1
-     sources: {⏎        "g
+     sources: [⏎        "g
4:14: the field “sources” needs { } around what it holds, so it is left out; write sources: { … }
7:5: “}” stands here while a bracket is still open: “[”; write ] before the }
- "arrests": (label
+ arrests: (label
9:9: “arrests” is a text without quotation marks, so this metric is left out; write "arrests"
9:9: the metric “arrests” is left out, so what rests on it is left out too: 1 figure and 1 “part_of”; correct the metric, and they come back

## What to look at, though it can be used
- "charged": (label
+ "unused": (label: "A", unit: "a", definition: "a"),⏎        "charged": (label
10:9: warning: nothing uses the metric “unused”; remove it, or add a figure of it to an operation
-         "police": (pub
+         "unused": (publisher: "a", title: "a", no_address: "x", grade: News),⏎        "police": (pub
6:9: warning: nothing uses the source “unused”; remove it, or name it where it supports something
- "People had to work on a farm."
+ "People and an 8-year-old boy had to work."
32:37: warning: the exact age of a minor is told: “8-year-old”; write “a child”, “a minor” or “a teenager” instead
- "People had to work on a farm."
+ "A man named John Smith had to work."
32:35: warning: a person seems to be named: “John Smith”; describe the person by what they did or suffered, without the name
- Exactly(2517)
+ Exactly(2000)
19:40: warning: 2,000 is a round number and said to be exact; write About(2000) or Nearly(2000) if the source does; if it gives the number flat, say so in a note: "…" on this report
- MoreThan(800), source: "police"),⏎                    (quantity: About(850), source: "gazette"
+ MoreThan(800), source: "police", preferred: true),⏎                    (quantity: About(850), source: "gazette", preferred: true
22:74: warning: two reports of one number are preferred; keep “preferred: true” on the one to be shown
- MoreThan(800), source: "police")
+ MoreThan(800), source: "police", preferred: yes)
21:76: “yes” is neither true nor false, so the field “preferred” is left out; write preferred: true, or leave the field out
-             countries: ["ARG"],⏎
+ 
40:17: warning: the case names neither a country nor a region; add countries: ["TGO"] with the codes of where it happened, or a route with the region
- sources: ["gazette"]
+ sources: []
47:22: warning: the case names no source; write the id of at least one: sources: ["…"]
- title: "Work on a farm"
+ title: " "
31:20: warning: “title” is empty; write something between the quotation marks
- title: "Work on a farm"
+ title: "Work on a farm", note: ""
31:44: warning: “note” is empty; write something, or leave the field out

## What nobody sees
- "Work on a farm"
+ "Work ‹202E›on a farm"
31:26: an invisible character stands here: U+202E, right-to-left override, so it is left out; delete the word it stands in or next to, and type it again
- "Work on a farm"
+ "Work \u{202e}on a farm"
31:26: an invisible character stands here: U+202E, right-to-left override, so it is left out; delete the word it stands in or next to, and type it again
- "Work on a farm"
+ "Work ‹1B›on a farm"
31:26: an invisible character stands here: U+001B, escape character, so it is left out; delete the word it stands in or next to, and type it again
- "Work on a farm"
+ "Work ‹0›on a farm"
31:26: an invisible character stands here: U+0000, null character, so it is left out; delete the word it stands in or next to, and type it again
-     cases: [
+     // ‹2066›hidden⏎    cases: [
27:8: an invisible character stands here: U+2066, left-to-right isolate, so it is left out; delete the word it stands in or next to, and type it again
- title: "Work
+ title:‹A0›"Work
31:19: a space of a special kind, such as web pages contain, stands here, so it is left out; replace it with an ordinary space

## What goes when something else goes
- publisher: "Gazette", 
+ 
5:9: the source “gazette” is left out, so what rests on it is left out too: 1 reference and 2 reports; correct the source, and they come back
5:20: the source has no “publisher”, so this source is left out; add publisher: "…"
-             name: "Operation Weka",⏎
+ 
13:9: the operation has no “name”, so this operation is left out; add name: "…"
14:17: the operation “weka” is left out, so what rests on it is left out too: 2 cases; correct the operation, and they come back

## More shapes
- countries: ["ARG"]
+ countries: ["ARG"], crimes: "Fraud"
45:41: a list is needed here, in square brackets, with one crime after the other, so the field “crimes” is left out; write crimes: [Trafficking]
- countries: ["ARG"]
+ countries: None
45:24: “None” cannot stand for a list, so the field “countries” is left out; leave the field out, or write []
- (⏎    format: 1
+ #![enable(unwrap_newtypes)]⏎(⏎    format: 1
1:1: “#![enable(unwrap_newtypes)]” switches on what datasets do not use, so it is left out; write #![enable(implicit_some)], or nothing
- ,⏎    ],⏎)⏎
+ ,⏎    ],⏎)⏎more
51:1: something follows the end of the dataset: “more”, so it is left out; remove it, or move it before the ) that closes the dataset
-     cases: [
+     /* cases: [
27:5: the comment that begins here is never closed; write */ where it ends, or begin each of its lines with //
-             figures: {
+             supported_by: [(name: "A", role: Sponsor)],⏎            figures: {
18:46: “Sponsor” is not a role, so this organisation is left out; write Partner or Funder
- place: "Asia"
+ country: Asia
36:45: “Asia” is a text without quotation marks, so this stop is left out; write country: "Asia"
- title: "Test"
+ title: “Test”
3:12: the text stands in “ marks instead of straight quotation marks, so the title is left out; write "Test"
- title: "Test",
+ title: "Test,
3:12: the text that begins here is never closed, so the title is left out; write " where it ends
- title: "Test",
+ title: Test operations,
3:12: “Test operations” is a text without quotation marks, so the title is left out; write "Test operations"
- publisher: "Gazette",
+ publisher: "Gazette,
5:9: the source “gazette” is left out, so what rests on it is left out too: 1 reference and 2 reports; correct the source, and they come back
5:32: the text that begins here is never closed, so this source is left out; write " where it ends
-     },⏎    metrics
+     metrics
7:5: “metrics” stands here while a “{” is still open; write } before it
-             },⏎        ),⏎    ],⏎    cases
+             },⏎        ⏎    ],⏎    cases
13:9: the “(” that stands here is never closed, so this operation is left out; write ) where its contents end
14:17: the operation “weka” is left out, so what rests on it is left out too: 2 cases; correct the operation, and they come back
- name: "Operation Weka"
+ name: "Operation Weka
14:17: the operation “weka” is left out, so what rests on it is left out too: 2 cases; correct the operation, and they come back
15:19: the text that begins here is never closed, so this operation is left out; write " where it ends
-                 ],⏎            },⏎        ),
+                 ],⏎        ),
24:9: “)” stands here while a bracket is still open: “{”; write } before the )
- "arrests": (label
+ "arrests" = (label
9:19: “=” stands here instead of a colon; write "arrests": …
-     metrics: {
+     metrics: {,
8:15: one comma too many stands here; remove it
- "arrests": (label
+ (label
9:9: an id is missing before this metric, so it is left out; write "id": before it
10:93: no metric has the id “arrests”, so this “part_of” is left out; add a metric of that id, or write the id of one that is there
19:17: no metric has the id “arrests”, so this figure is left out; add a metric of that id, or write the id of one that is there
- title: "Work on a farm"
+ title => "Work on a farm"
31:19: “=>” stands here instead of a colon, so this case is left out; write title: …
- cases: [
+ cases: [{"id": "x"},
27:13: “{” stands here where ( is needed, so this case is left out; write (id: "…", operation: "…", title: "…", summary: "…", sources: ["…"])
- cases: [
+ cases: ["x",
27:13: a case in round brackets is needed here, not “"x"”, so it is left out; write (id: "…", …)
- countries: ["ARG"]
+ countries: [["ARG"]]
45:25: one text is needed here, without brackets, so this country is left out; write "ARG"
- arrested: [(quantity: Exactly(7), source: "gazette")]
+ arrested: (quantity: Exactly(7), source: "gazette")
46:23: a list of reports is needed here, each with its source, so the field “arrested” is left out; write arrested: [(quantity: Exactly(…), source: "…")]
- arrested: [(quantity: Exactly(7), source: "gazette")]
+ arrested: 7
46:23: a list of reports is needed here, each with its source, so the field “arrested” is left out; write arrested: [(quantity: Exactly(7), source: "…")]
- Exactly(7), source: "gazette"
+ Exactly(7,5), sorce: "gazette"
46:35: “Exactly” takes one number, so this report is left out; write Between(5, 7) for a range
46:49: “sorce” is not a field of a report, so this report is left out; write source
- title: "Work on a farm",⏎
+ title: "Work on a farm,‹D›⏎
31:20: the text that begins here is never closed, so this case is left out; write " where it ends
- MoreThan(800), source: "police"),⏎                    (quantity: About(850), source: "gazette")
+ MoreThan(2517), source: "police")
20:17: “charged” is larger than “arrests”, of which it is a part; compare both figures with their sources
- (⏎    format: 1
+ Data(⏎    format: 1
1:1: “Data” stands before the bracket; write ( alone
- quantity: Exactly(7)
+ quantity: Exactly(n: 7)
46:43: “Exactly” takes a number and nothing else, so this report is left out; write Exactly(…)
- ("2024-09-29", "2024-10-04")
+ Some("2024-09-29", "2024-10-04")
16:19: “Some” stands around more than one value, so the field “days” is left out; leave “Some” and its brackets out
"#;

/// Files that are no datasets, and what is told of them.
const NO_DATASETS: &[(&[u8], &str)] = &[
    (
        b"",
        "1:1: the file is empty; write a dataset into it; “opatlas new” writes one to start from",
    ),
    (
        b" \n\n",
        "1:1: the file holds nothing but spaces; write a dataset into it; “opatlas new” writes one to start from",
    ),
    (
        b"// one\n/* two */\n",
        "2:9: the file holds nothing but comments; write the dataset below them: (format: 1, title: \"…\")",
    ),
    (
        b"{\"format\": 1}",
        "1:1: the file looks like JSON, not like a dataset; write round brackets for its outer { } and names without quotation marks: (format: 1, title: \"…\")",
    ),
    (
        b"[{\"id\": 1}]",
        "1:1: the file looks like JSON, not like a dataset; write round brackets for its outer { } and names without quotation marks: (format: 1, title: \"…\")",
    ),
    (
        b"{ format: 1 }",
        "1:1: “{” stands here where ( is needed; write the dataset in round brackets: (format: 1, title: \"…\")",
    ),
    (
        b"country,arrests\nTGO,10\n",
        "1:1: the file looks like a table (CSV), not like a dataset; write the data as a dataset; “opatlas new” writes an example",
    ),
    (
        b"country;arrests\nTGO;10\n",
        "1:1: the file looks like a table (CSV), not like a dataset; write the data as a dataset; “opatlas new” writes an example",
    ),
    (
        b"\n<!DOCTYPE html>\n<html>",
        "2:1: the file looks like a web page (HTML), not like a dataset; open a dataset instead; a page saved by a browser holds none",
    ),
    (
        b"<?xml version=\"1.0\"?>",
        "1:1: the file looks like XML, not like a dataset; write the data as a dataset; “opatlas new” writes an example",
    ),
    (
        b"---\ntitle: x\n",
        "1:1: the file looks like YAML, not like a dataset; write the data as a dataset; “opatlas new” writes an example",
    ),
    (
        b"Operation Liberterra II ran in 116 countries.",
        "1:1: the file looks like plain text, not like a dataset; write the data as a dataset; “opatlas new” writes an example",
    ),
    (
        b"format: 1,\ntitle: \"x\",\n",
        "1:1: the bracket is missing before “format”; write ( before it and ) at the end of the file",
    ),
    (
        b"#![enable(",
        "1:1: the first line is not complete; write #![enable(implicit_some)], or nothing",
    ),
    (
        b"/* (format: 1)",
        "1:1: the comment that begins here is never closed; write */ where it ends, or begin each of its lines with //",
    ),
    (
        b"(format: 1, title: \"x\",",
        "1:1: the “(” that stands here is never closed; write ) where its contents end; if the file was cut off, get it whole again",
    ),
    (
        b"(format: 1, title: \"x",
        "1:20: the text that begins here is never closed; write \" where it ends; if the file was cut off, get it whole again",
    ),
    (
        b"(format: 99, title: \"x\")",
        "1:10: the dataset is in format 99, which is newer than this program; it reads format 1; open it with a newer version of Opatlas",
    ),
    (
        b"%PDF-1.7\n",
        "1:1: the file is a PDF document, not a dataset; open a dataset instead: a text file whose name usually ends in .ron",
    ),
    (
        b"PK\x03\x04....",
        "1:1: the file is a zip archive, as Excel, Word and LibreOffice write them, not a dataset; open a dataset instead: a text file whose name usually ends in .ron",
    ),
    (
        b"\x89PNG\r\n\x1A\n",
        "1:1: the file is a PNG picture, not a dataset; open a dataset instead: a text file whose name usually ends in .ron",
    ),
    (
        b"\x01\x02\x03\x04\x05\x06abc",
        "1:1: the file holds bytes that are no text; open a dataset instead: a text file whose name usually ends in .ron",
    ),
    (
        b"\xFF\xFE(\0f\0o\0r\0",
        "1:1: the file is saved as UTF-16; save it again as UTF-8, which editors offer under Save as or Encoding",
    ),
    (
        b"\xFE\xFF\0(\0f\0o\0r",
        "1:1: the file is saved as UTF-16; save it again as UTF-8, which editors offer under Save as or Encoding",
    ),
    (
        b"(\0f\0o\0r\0m\0",
        "1:1: the file is saved as UTF-16; save it again as UTF-8, which editors offer under Save as or Encoding",
    ),
    (
        b"\0(\0f\0o\0r\0m",
        "1:1: the file is saved as UTF-16; save it again as UTF-8, which editors offer under Save as or Encoding",
    ),
    (
        b"\xFF\xFE\0\0(\0\0\0",
        "1:1: the file is saved as UTF-32; save it again as UTF-8, which editors offer under Save as or Encoding",
    ),
    (
        b"(\n  title: \"Lom\xE9\",\n)",
        "2:14: the byte 0xE9 that stands here is no UTF-8 text; if it should be é, the file is saved as Windows-1252; save it again as UTF-8, which editors offer under Save as or Encoding",
    ),
    (
        b"(title: \"\x81\")",
        "1:10: the byte 0x81 that stands here is no UTF-8 text; save it again as UTF-8, which editors offer under Save as or Encoding",
    ),
];

/// A mistake: what is replaced, by what, and what is then told.
struct Mistake {
    from: String,
    to: String,
    told: Vec<String>,
}

fn mistakes() -> Vec<Mistake> {
    let mut mistakes: Vec<Mistake> = Vec::new();
    for line in MISTAKES
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        if let Some(from) = line.strip_prefix("- ") {
            mistakes.push(Mistake {
                from: unfolded(from),
                to: String::new(),
                told: Vec::new(),
            });
        } else if let Some(mistake) = mistakes.last_mut() {
            match line.strip_prefix("+ ").or_else(|| line.strip_prefix('+')) {
                Some(to) => mistake.to = unfolded(to),
                None => mistake.told.push(unfolded(line)),
            }
        }
    }
    mistakes
}

/// A line of the table with its line breaks and unseen characters.
fn unfolded(line: &str) -> String {
    let mut pieces = line.split('‹');
    let mut out = pieces.next().unwrap_or("").replace('⏎', "\n");
    for piece in pieces {
        let (number, rest) = piece.split_once('›').expect("a number in ‹ ›");
        let c = u32::from_str_radix(number, 16)
            .ok()
            .and_then(char::from_u32);
        out.push(c.expect("the number of a character"));
        out.push_str(&rest.replace('⏎', "\n"));
    }
    out
}

/// The sound dataset with a mistake in it.
fn mistaken(from: &str, to: &str) -> String {
    assert_eq!(SOUND.matches(from).count(), 1, "{from}");
    SOUND.replacen(from, to, 1)
}

/// Problems as lines of a terminal, without the file's name.
fn told(reading: &Reading) -> Vec<String> {
    let lines = reading.problems.iter().map(ToString::to_string);
    lines
        .map(|line| line.strip_prefix("f:").map(str::to_owned).unwrap_or(line))
        .collect()
}

/// The piece of a text that a place means.
fn meant(text: &str, place: Place) -> String {
    let line = text.lines().nth(place.line - 1).unwrap_or("");
    line.chars()
        .skip(place.column - 1)
        .take(place.length)
        .collect()
}

/// Every problem has a place that exists and sentences of one form.
fn well_told(text: &str, reading: &Reading) {
    let lines: Vec<&str> = text.split('\n').collect();
    for problem in &reading.problems {
        for sentence in [&problem.what(), &problem.remedy()] {
            let one_line = !sentence.is_empty() && !sentence.contains('\n');
            assert!(one_line && !sentence.ends_with('.'), "{problem}");
        }
        if let Some(place) = problem.place {
            let length = lines
                .get(place.line - 1)
                .map_or(0, |line| line.chars().count());
            assert!(
                place.column + place.length <= length.max(1) + 1,
                "{problem}: {place:?} in {text}"
            );
        }
    }
    let places: Vec<_> = reading
        .problems
        .iter()
        .map(|problem| problem.place.map(|p| (p.line, p.column)))
        .collect();
    assert!(places.is_sorted(), "{places:?}");
}

#[test]
fn the_starter_and_every_embedded_dataset_are_without_problem() {
    for (name, text) in EMBEDDED
        .iter()
        .chain([&("starter", STARTER), &("sound", SOUND)])
    {
        let reading = file::read(name, text.as_bytes());
        assert_eq!(reading.problems, [], "{name}");
        assert!(
            reading
                .dataset
                .is_some_and(|dataset| !dataset.operations.is_empty()),
            "{name}"
        );
    }
    assert_eq!(EMBEDDED.len(), 5);
}

#[test]
fn every_mistake_is_told_with_its_place_and_what_to_write_instead() {
    let mistakes = mistakes();
    assert!(mistakes.len() > 150);
    for Mistake {
        from,
        to,
        told: expected,
    } in mistakes
    {
        let text = mistaken(&from, &to);
        let reading = file::read("f", text.as_bytes());
        assert_eq!(told(&reading), expected, "{to}");
        well_told(&text, &reading);
    }
}

#[test]
fn a_file_that_is_no_dataset_is_told_what_it_is() {
    for (bytes, expected) in NO_DATASETS {
        let reading = file::read("f", bytes);
        assert_eq!(told(&reading), [*expected]);
        assert_eq!(reading.dataset, None, "{expected}");
        assert!(
            reading
                .problems
                .iter()
                .all(|problem| problem.severity == Severity::Error)
        );
        well_told(&file::decode(bytes), &reading);
    }
}

#[test]
fn what_is_right_is_not_told() {
    for (from, to) in [
        // A note confirms a round number that is exact.
        (
            "Exactly(2517), source: \"police\"",
            "Exactly(2000), source: \"police\", note: \"Printed flat.\"",
        ),
        // More than 800 or about 9,000: the sources leave room for the whole to be larger.
        ("About(850)", "About(9000)"),
        ("MoreThan(800)", "MoreThan(2517)"),
        ("UpTo(3)", "MoreThan(1)"),
        // Other ways to write the same thing.
        ("Exactly(2517)", "Exactly(2_517)"),
        ("date: \"2024-10-01\"", "date: Some(\"2024-10-01\")"),
        ("date: \"2024-10-01\"", "date: None"),
        (
            "title: \"Work on a farm\"",
            "title: r#\"Work on a \"farm\"\"#",
        ),
        (
            "title: \"Work on a farm\"",
            "title: \"Work\\n\\ton a \\\"farm\\\"\"",
        ),
        ("title: \"Work on a farm\"", "title: \"Work\non a farm\""),
        (
            "(\n    format: 1",
            "#![enable(implicit_some)] /* ] */ // (\n(\n    format: 1",
        ),
        ("(\n    format: 1", "Dataset(\n    format: 1"),
        (",\n    ],\n)", "\n    ]\n) // the end"),
    ] {
        let reading = file::read("f", mistaken(from, to).as_bytes());
        assert_eq!(told(&reading), [""; 0], "{to}");
    }
}

#[test]
fn only_the_smallest_part_is_left_out() {
    let read = |from: &str, to: &str| {
        file::read("f", mistaken(from, to).as_bytes())
            .dataset
            .expect("most of it can be shown")
    };
    let dataset = read("MoreThan(800)", "MoreThan(8,00)");
    let charged = dataset.operations[0]
        .figure("charged")
        .expect("one report is left");
    assert_eq!(charged.reports.len(), 1);
    assert_eq!(charged.reports[0].quantity, Quantity::About(850));

    let dataset = read("Exactly(2517)", "2517");
    assert!(dataset.operations[0].figure("arrests").is_none());
    assert!(dataset.operations[0].figure("charged").is_some());

    let dataset = read("\"ARG\", \"TGO\"", "\"Argentina\", \"TGO\"");
    assert_eq!(dataset.operations[0].countries.listed.len(), 1);

    let dataset = read("title: \"Work on a farm\",", "title: \"Work on a farm,");
    assert_eq!(
        dataset
            .cases
            .iter()
            .map(|case| case.id.as_str())
            .collect::<Vec<_>>(),
        ["port"]
    );

    let dataset = read("source: \"police\")])],", "source: \"police\")],");
    assert_eq!(
        dataset
            .cases
            .iter()
            .map(|case| case.id.as_str())
            .collect::<Vec<_>>(),
        ["port"]
    );

    let dataset = read("title: \"Test\"", "title: Test");
    assert_eq!((dataset.title.as_str(), dataset.cases.len()), ("f", 2));

    let dataset = read("\"Work on a farm\"", "\"Work \u{202E}on a \\u{202E}farm\"");
    assert_eq!(dataset.cases[0].title, "Work on a farm");
}

/// What the first problem costs that costs something: its line, the part, the record and the
/// figures.
fn cost(from: &str, to: &str) -> String {
    let reading = file::read("f", mistaken(from, to).as_bytes());
    let costs = |problem: &Problem| {
        let place = problem.place.expect("a problem in a record has a place");
        let LeftOut {
            part,
            record,
            figures,
            ..
        } = problem.left_out.clone()?;
        let record = record.map_or_else(String::new, |(noun, id)| format!(" of {noun:?} {id}"));
        let figures = figures
            .iter()
            .map(|(operation, metric)| format!(", {operation}/{metric}"));
        let rests = matches!(part, Part::RestsOn(_));
        (!rests).then(|| {
            format!(
                "{}: {part:?}{record}{}",
                place.line,
                figures.collect::<String>()
            )
        })
    };
    let costs = reading.problems.iter().find_map(costs);
    costs.expect("something is left out")
}

#[test]
fn a_problem_says_which_figures_and_which_record_it_costs() {
    let report = "This(Report) of Operation weka, weka";
    for (from, to, expected) in [
        (
            "Exactly(2517)",
            "2517",
            "19: Figure(MetricId(\"arrests\")) of Operation weka, weka/arrests",
        ),
        (
            "MoreThan(800)",
            "MoreThan(8,00)",
            &format!("21: {report}/charged"),
        ),
        (
            "Exactly(2517)",
            "Between(9, 3)",
            &format!("19: {report}/arrests"),
        ),
        (
            "800), source: \"police\"",
            "800), source: \"polise\"",
            &format!("21: {report}/charged"),
        ),
        (
            "\"charged\": [\n",
            "\"charge\": [\n",
            "20: This(Figure) of Operation weka, weka/charge",
        ),
        (
            "figures: {",
            "figures: 7, findings: {",
            "18: Field(\"figures\") of Operation weka",
        ),
        (
            "\"ARG\", \"TGO\"",
            "\"ARG\", \"Togo\"",
            "17: It of Operation weka",
        ),
        (
            "name: \"Operation Weka\"",
            "nam: \"x\"",
            "15: This(Operation) of Operation weka",
        ),
        ("Exactly(24)", "24", "35: This(Report) of Case farm"),
        (
            "title: \"Work on a farm\"",
            "title: 3",
            "31: This(Case) of Case farm",
        ),
        ("title: \"Test\"", "title: Test", "3: The(Title)"),
    ] {
        assert_eq!(cost(from, to), expected, "{to}");
    }
}

#[test]
fn figures_that_go_with_a_source_or_a_metric_are_known() {
    let takes = |from: &str, to: &str, operation: &str, metric: &str| {
        let reading = file::read("f", mistaken(from, to).as_bytes());
        let mut left_out = reading
            .problems
            .iter()
            .filter_map(|problem| problem.left_out.as_ref());
        left_out.any(|left_out| left_out.takes(&operation.into(), &metric.into()))
    };
    // Only “charged” has a report of the Gazette.
    let (from, to) = ("publisher: \"Gazette\", ", "");
    assert!(takes(from, to, "weka", "charged"));
    assert!(!takes(from, to, "weka", "arrests"));
    assert!(!takes(from, to, "other", "charged"));
    let (from, to) = (
        "unit: \"people\", definition: \"Those",
        "unit: people, definition: \"Those",
    );
    assert!(takes(from, to, "weka", "charged"));
    assert!(!takes(from, to, "weka", "arrests"));
    // Without its brackets no figure of the operation can be used.
    let (from, to) = ("figures: {", "figures: 7, findings: {");
    assert!(takes(from, to, "weka", "charged"));
    assert!(takes(from, to, "weka", "arrests"));
    assert!(!takes("Exactly(24)", "24", "weka", "arrests"));
}

#[test]
fn a_place_means_the_very_words_that_are_wrong() {
    for (from, to, expected) in [
        ("Exactly(2517)", "Exactly(2,517)", "2,517"),
        ("quantity: Exactly(2517)", "quantity: \"2517\"", "\"2517\""),
        (
            "MoreThan(800), source: \"police\"",
            "MoreThan(800), source: \"polise\"",
            "\"polise\"",
        ),
        (
            "\"People had to work on a farm.\"",
            "\"Là, an 8-year-old boy.\"",
            "8-year-old",
        ),
        (
            "\"People had to work on a farm.\"",
            "\"Là, \\\"an 8-year-old boy.\"",
            "\"Là, \\\"an 8-year-old boy.\"",
        ),
        (
            "title: \"Work on a farm\"",
            "titel: \"Work on a farm\"",
            "titel",
        ),
        (
            "listed: [\"ARG\", \"TGO\"]",
            "listed: [\"ARG\", /* \u{202E} */ \"Togo\"]",
            "\"Togo\"",
        ),
        (
            "crimes: [ForcedLabour]",
            "crimes: [Weather], date: \"2024\", date: \"soon\"",
            "date",
        ),
        // Places stay right behind a text out of which escapes were taken, also on one line.
        (
            "title: \"Work on a farm\"",
            "title: \"W\\u{202E}o\\u{202E}rk\",\u{A0}date: \"soon\"",
            "\"soon\"",
        ),
        (
            "route: [(step: Origin, place: \"Asia\"),",
            "route: [(step: Source), (step: Origin, country: \"Asia\"),",
            "\"Asia\"",
        ),
    ] {
        let text = mistaken(from, to);
        let reading = file::read("f", text.as_bytes());
        let last = reading
            .problems
            .last()
            .and_then(|problem| problem.place)
            .expect("a problem with a place");
        assert_eq!(meant(&text, last), expected, "{:?}", told(&reading));
    }
}

#[test]
fn a_byte_order_mark_and_foreign_line_ends_move_no_place() {
    let text = mistaken("Exactly(2517)", "Exactly(2,517)");
    let expected = told(&file::read("f", text.as_bytes()));
    assert_eq!(
        told(&file::read("f", text.replace('\n', "\r\n").as_bytes())),
        expected
    );
    let marked = file::read("f", format!("\u{FEFF}{text}").as_bytes());
    let mark = "1:1: warning: the file begins with a byte-order mark; save it as UTF-8 without one, if the editor offers that";
    assert_eq!(
        told(&marked),
        [&[mark.to_owned()], expected.as_slice()].concat()
    );
    assert!(marked.dataset.is_some());
}

#[test]
fn a_file_cut_off_anywhere_is_told_and_breaks_nothing() {
    for whole in [STARTER, SOUND] {
        let whole = whole.trim_end();
        let ends: Vec<usize> = whole.char_indices().map(|(end, _)| end).collect();
        // On several threads, since there are many places to cut at.
        std::thread::scope(|scope| {
            for ends in ends.chunks(2_000) {
                scope.spawn(move || {
                    for &end in ends {
                        let part = whole.get(..end).unwrap_or("");
                        let reading = file::read("f", part.as_bytes());
                        let errors = reading
                            .problems
                            .iter()
                            .any(|problem| problem.severity == Severity::Error);
                        assert!(errors, "cut off at {end}");
                        well_told(part, &reading);
                    }
                });
            }
        });
    }
}

#[test]
fn a_file_with_letters_lost_or_added_anywhere_breaks_nothing() {
    let signs = [
        "", "(", ")", "[", "}", "\"", ",", ":", "“", "\\", "/*", "\n", "r#\"", "\u{202E}", "é",
        "Some(",
    ];
    for (index, (at, c)) in SOUND.char_indices().enumerate() {
        let mut text = SOUND.to_owned();
        text.replace_range(at..at + c.len_utf8(), signs[index % signs.len()]);
        well_told(&text, &file::read("f", text.as_bytes()));
    }
}

#[test]
fn brackets_and_texts_of_any_size_break_nothing() {
    let deep = mistaken(
        "title: \"Work on a farm\"",
        &format!("title: {}{}", "[".repeat(100_000), "]".repeat(100_000)),
    );
    let reading = file::read("f", deep.as_bytes());
    assert!(
        told(&reading)
            .iter()
            .any(|line| line.contains("brackets are nested more than 32 deep"))
    );
    assert_eq!(reading.dataset.map(|dataset| dataset.cases.len()), Some(1));

    let open = format!(
        "(format: 1, title: \"x\", cases: [{}",
        "(a: ".repeat(100_000)
    );
    assert_eq!(file::read("f", open.as_bytes()).dataset, None);

    let long = mistaken(
        "\"Work on a farm\"",
        &format!("\"{}\"", "x".repeat(1_000_000)),
    );
    let reading = file::read("f", long.as_bytes());
    let problems = told(&reading);
    let [problem] = problems.as_slice() else {
        panic!("{problems:?}");
    };
    assert!(problem.contains("a text of 1,000,000 characters stands here; the most is 10,000"));
    let cases = reading.dataset.unwrap().cases;
    assert_eq!(cases[0].title.chars().count(), 10_000);
}

#[test]
fn a_flood_of_problems_ends_in_one_that_says_so() {
    let text = mistaken(
        "listed: [\"ARG\", \"TGO\"]",
        &format!("listed: [{}]", "\"X\",".repeat(100_000)),
    );
    let reading = file::read("f", text.as_bytes());
    assert_eq!(reading.problems.len(), 10_001);
    let last = reading
        .problems
        .last()
        .map(|problem| (problem.what(), problem.remedy()));
    assert_eq!(
        last,
        Some((
            "more problems follow than are listed".to_owned(),
            "correct those before, then look again".to_owned()
        ))
    );
}

#[test]
fn what_is_read_does_not_depend_on_how_many_threads_read_it() {
    let start = SOUND
        .find("        (\n            id: \"port\"")
        .expect("the second case");
    let end = SOUND.rfind("    ],\n)").expect("the end of the cases");
    let (before, case, after) = (&SOUND[..start], &SOUND[start..end], &SOUND[end..]);
    let cases: String = (0..9_000)
        .map(|number| {
            let case = case.replace("\"port\"", &format!("\"port-{number}\""));
            let case = case.replace("in a port", &format!("in port {number}"));
            case.replace(
                "smugglers",
                &format!(
                    "{} smugglers",
                    if number % 1_000 == 7 {
                        "Mr Smith and".into()
                    } else {
                        number.to_string()
                    }
                ),
            )
        })
        .collect();
    let text = format!("{before}{cases}{after}");
    let reading = file::read("f", text.as_bytes());
    let ids: Vec<String> = reading
        .dataset
        .iter()
        .flat_map(|dataset| {
            dataset
                .cases
                .iter()
                .skip(1)
                .map(|case| case.id.as_str().to_owned())
        })
        .collect();
    assert_eq!(
        ids,
        (0..9_000)
            .map(|number| format!("port-{number}"))
            .collect::<Vec<_>>()
    );
    let names = reading
        .problems
        .iter()
        .filter(|problem| problem.what().contains("“Mr Smith”"))
        .count();
    let repeated = reading
        .problems
        .iter()
        .filter(|problem| problem.what().contains("same summary"))
        .count();
    assert_eq!((names, repeated, reading.problems.len()), (9, 8, 17));
}

#[test]
fn a_length_stands_where_the_days_are_not_known_and_fits_into_their_months() {
    let days = "days: (\"2024-09-29\", \"2024-10-04\"),";
    let with = |instead: &str| file::read("t.ron", SOUND.replace(days, instead).as_bytes());
    let length = |reading: &Reading| {
        let dataset = reading.dataset.as_ref().expect("a dataset");
        dataset.operations[0].length
    };
    for known in [
        "length: 10,",
        "days: (\"2024-01\", \"2024-01\"), length: 10,",
    ] {
        let reading = with(known);
        assert!(reading.problems.is_empty(), "{:?}", reading.problems);
        assert_eq!(length(&reading), Some(10), "{known}");
    }
    for (wrong, told) in [
        ("length: ten,", "“ten” is not a whole number of days"),
        ("length: 0,", "the length is 0 days"),
        (
            "days: (\"2024-01\", \"2024-01\"), length: 40,",
            "the length is 40 days",
        ),
        (
            "days: (\"2024-01-01\", \"2024-01-04\"), length: 10,",
            "the length is 10 days, but from the first to the last it is 4",
        ),
    ] {
        let reading = with(wrong);
        let said: Vec<String> = reading
            .problems
            .iter()
            .map(opatlas::model::Problem::what)
            .collect();
        assert!(
            said.iter().any(|one| one.contains(told)),
            "{wrong}: {said:?}"
        );
        assert_eq!(length(&reading), None, "{wrong}");
    }
}

#[test]
fn of_what_is_written_twice_nothing_is_lost() {
    let twice = SOUND.replacen("\"TGO\"]", "\"TGO\", \"TGO\"]", 1);
    let reading = file::read("t.ron", twice.as_bytes());
    assert_eq!(reading.problems.len(), 1, "{:?}", reading.problems);
    assert!(
        reading
            .dataset
            .is_some_and(|dataset| dataset.gaps.is_empty())
    );
}

#[test]
fn days_that_have_not_come_are_asked_about_where_today_is_known() {
    let today = jiff::civil::date(2024, 10, 3);
    let problems = |today| told(&file::read_on("f", SOUND.as_bytes(), today));
    assert_eq!(
        problems(Some(today)),
        ["5:61: warning: “2024-11-06” has not come yet; compare the date with its source"]
    );
    // The operation ends tomorrow, which it is somewhere.
    assert_eq!(problems(Some(jiff::civil::date(2024, 11, 6))), [""; 0]);
    assert_eq!(problems(None), [""; 0]);
}

/// Following the advice to the letter leaves a file without problem.
#[test]
fn advice_that_is_followed_mends_the_file() {
    for (from, slip, advised, written) in [
        ("Exactly(2517)", ">40", "write MoreThan(40)", "MoreThan(40)"),
        ("Exactly(2517)", "~40", "write About(40)", "About(40)"),
        ("Exactly(2517)", "40+", "write AtLeast(40)", "AtLeast(40)"),
        (
            "Exactly(2517)",
            "over 40",
            "write MoreThan(40)",
            "MoreThan(40)",
        ),
        (
            "Exactly(2517)",
            "Between(40 to 60)",
            "write Between(40, 60)",
            "Between(40, 60)",
        ),
        (
            "Exactly(2517)",
            "Exactly(8M)",
            "write Exactly(8000000)",
            "About(8000000)",
        ),
        (
            "Exactly(2517)",
            "1,23,456",
            "write Exactly(123456)",
            "Exactly(123456)",
        ),
        (
            "Exactly(2517)",
            "Exactly(۴۰)",
            "write Exactly(40)",
            "Exactly(40)",
        ),
        (
            "Exactly(2517)",
            "Between(5, 5)",
            "write Exactly(5)",
            "Exactly(5)",
        ),
        (
            "\"TGO\"]),",
            "\"Nigera\"]),",
            "or \"NGA\" for Nigeria",
            "\"NGA\"]),",
        ),
        ("\"TGO\"]),", "\"UNK\"]),", "write \"XKX\"", "\"XKX\"]),"),
        (
            "title: \"Test\",",
            "title: \"Test\", # mine",
            "write // instead",
            "title: \"Test\", // mine",
        ),
        (
            "title: \"Test\",",
            "title: \"Test\"，",
            "write ,",
            "title: \"Test\",",
        ),
        (
            "title: \"Test\",",
            "title: ‘Test’,",
            "write \"Test\"",
            "title: \"Test\",",
        ),
    ] {
        let problems = told(&file::read("f", mistaken(from, slip).as_bytes()));
        assert!(
            problems.len() == 1 && problems[0].contains(advised),
            "{slip}: {problems:?}"
        );
        let mended = file::read("f", mistaken(from, written).as_bytes());
        assert_eq!(told(&mended), [""; 0], "{written}");
    }
}
