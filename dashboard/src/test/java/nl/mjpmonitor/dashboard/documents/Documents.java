package nl.mjpmonitor.dashboard.documents;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.mjpmonitor.dashboard.texts.Texts;
import nl.mjpmonitor.warehouse.indicators.Confidentiality;

/** Documents to try renderers with. */
public final class Documents {

    public static final DocumentOrigin ORIGIN = new DocumentOrigin(
            "Gemeente Maastricht",
            Instant.parse("2026-01-31T11:00:00Z"),
            Instant.parse("2026-02-02T08:30:00Z"),
            "concept",
            "1.0",
            true,
            Confidentiality.OPENBAAR,
            List.of("politiecijfers", "ondermijning"));

    private Documents() {}

    /** A bit of everything: text, a table with all kinds of cells, three charts, a map, a failure. */
    public static Document everything() {
        return document(List.of(
                new Section(
                        "hic",
                        "High impact crime",
                        List.of(
                                new Paragraph(
                                        "Er waren meer woninginbraken.\n\nDe stijging komt door één dader.\nDie is aangehouden."),
                                crime("hic-tabel"),
                                bars("hic-grafiek"))),
                new Section("ondermijning", "Ondermijning", List.of(funnel(), lines(), map("kaart"))),
                new Section(
                        "zorg",
                        "Zorg en veiligheid",
                        List.of(new Failure("De cijfers van zorgveiligheid kwamen niet.")))));
    }

    public static Document document(List<Section> sections) {
        return new Document("Tussenrapportage", "2025, Maastricht", Texts.DUTCH, ORIGIN, sections);
    }

    /** Counts, an unknown, a withheld one, percentages, a mark. */
    public static Table crime(String id) {
        return new Table(
                id,
                "Geregistreerde misdrijven per jaar",
                "Categorie",
                List.of(new Column("2022", true), new Column("2023", true), new Column("% verschil", true)),
                List.of(
                        new Row(
                                "Diefstal/inbraak woning",
                                List.of(count(167), count(193).withMark("v"), percent(16))),
                        new Row("Overval in bedrijven", List.of(Cell.text("onbekend"), count(1), Cell.text("n.v.t."))),
                        new Row("Overval in woning", List.of(Cell.text("afgeschermd"), count(1234), percent(-67)))),
                List.of("v: voorlopig"));
    }

    /** A chart with a missing and a provisional value. */
    public static Chart bars(String id) {
        return new Chart(
                id,
                "Woninginbraak per jaar",
                "357 in 2019, 193 in 2023; 2021 is onbekend.",
                ChartKind.BARS,
                List.of("2019", "2020", "2021", "2022", "2023"),
                List.of(new ChartLine(
                        "Woninginbraak",
                        List.of(number(357), number(222), Optional.empty(), number(167), number(193)),
                        List.of(false, false, false, false, true))),
                crime(id + "-cijfers"));
    }

    /** Tiles in all classes, an unusual one, a withheld one, an unknown one and one with a long name. */
    public static AreaMap map(String id) {
        List<MapTile> tiles = List.of(
                new MapTile("Binnenstad", "412", Optional.of(5), true, 1, 1),
                new MapTile("Boschstraatkwartier", "130", Optional.of(4), false, 1, 2),
                new MapTile("Sint Maartenspoort", "98,5", Optional.of(3), false, 2, 1),
                new MapTile("Wyck", "61", Optional.of(2), false, 2, 4),
                new MapTile("Heer", "0", Optional.of(1), false, 3, 4),
                new MapTile("Itteren", "afgeschermd", Optional.empty(), false, 1, 5),
                new MapTile("Beatrixhaven", "onbekend", Optional.empty(), false, 2, 5));
        Table table = new Table(
                id + "-cijfers",
                "De cijfers op de kaart",
                "Buurt",
                List.of(new Column("Per 10.000", true)),
                tiles.stream()
                        .map(tile -> new Row(tile.name(), List.of(Cell.text(tile.figure()))))
                        .toList(),
                List.of("afgeschermd: het aantal is klein"));
        return new AreaMap(
                id,
                "Fietsdiefstal per buurt",
                "Het hoogst is Binnenstad, 412; het laagst Heer, 0.",
                tiles,
                new MapLegend(
                        List.of("minder dan 50", "50 tot 75", "75 tot 125", "125 tot 200", "200 of meer"),
                        "geen klasse",
                        "ongewoon",
                        "Maas",
                        3),
                table);
    }

    public static Cell count(long count) {
        return Cell.number(
                count >= 1000 ? count / 1000 + "." + String.valueOf(count % 1000) : Long.toString(count),
                BigDecimal.valueOf(count),
                NumberKind.COUNT);
    }

    private static Cell percent(int percent) {
        return Cell.number(
                (percent < 0 ? "\u2212" : "") + Math.abs(percent) + "%",
                BigDecimal.valueOf(percent),
                NumberKind.PERCENT);
    }

    private static Chart funnel() {
        Table table = new Table(
                "trechter-cijfers",
                "LWO-casussen naar uitkomst, 2023",
                "Uitkomst",
                List.of(new Column("Casussen", true)),
                List.of(
                        new Row("LWO-casussen", List.of(count(77))),
                        new Row("ATOM", List.of(count(16))),
                        new Row("RIEC", List.of(Cell.text("onbekend")))),
                List.of());
        return new Chart(
                "trechter",
                "Van LWO naar RIEC",
                "Van 77 casussen gingen er 16 naar ATOM.",
                ChartKind.FUNNEL,
                List.of("LWO-casussen", "ATOM", "RIEC, met een naam die veel te lang is om naast een balk te staan"),
                List.of(new ChartLine(
                        "2023", List.of(number(77), number(16), Optional.empty()), List.of(false, false, false))),
                table);
    }

    private static Chart lines() {
        List<String> months =
                IntStream.rangeClosed(1, 24).mapToObj(month -> "mnd " + month).toList();
        Table table = new Table(
                "verloop-cijfers",
                "Per maand",
                "Maand",
                List.of(new Column("Maastricht", true), new Column("Nederland", true)),
                months.stream()
                        .map(month -> new Row(month, List.of(count(12), count(1500))))
                        .toList(),
                List.of());
        return new Chart(
                "verloop",
                "Per maand",
                "Het aantal blijft gelijk.",
                ChartKind.LINES,
                months,
                List.of(
                        new ChartLine(
                                "Maastricht",
                                months.stream()
                                        .map(month -> month.endsWith("7")
                                                ? Optional.<BigDecimal>empty()
                                                : number(month.length()))
                                        .toList(),
                                months.stream()
                                        .map(month -> month.endsWith("24"))
                                        .toList()),
                        new ChartLine(
                                "Nederland",
                                months.stream()
                                        .map(month -> number(9 - month.length()))
                                        .toList(),
                                months.stream().map(month -> false).toList())),
                table);
    }

    private static Optional<BigDecimal> number(long number) {
        return Optional.of(BigDecimal.valueOf(number));
    }
}
