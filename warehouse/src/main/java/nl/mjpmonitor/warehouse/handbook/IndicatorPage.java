package nl.mjpmonitor.warehouse.handbook;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.mjpmonitor.warehouse.indicators.DefinitionVersion;
import nl.mjpmonitor.warehouse.indicators.FactReference;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.indicators.Measure;
import nl.mjpmonitor.warehouse.indicators.SourceNote;
import nl.mjpmonitor.warehouse.programme.ProgrammeCatalogue;
import nl.mjpmonitor.warehouse.programme.ProgrammeEntry;
import nl.mjpmonitor.warehouse.published.PublishedFigure;
import nl.mjpmonitor.warehouse.published.PublishedFigures;

/** Adds the part of one indicator to the handbook. */
final class IndicatorPage {

    private final Markdown page;
    private final IndicatorCatalogue indicators;
    private final ProgrammeCatalogue programme;
    private final PublishedFigures published;

    IndicatorPage(
            Markdown page, IndicatorCatalogue indicators, ProgrammeCatalogue programme, PublishedFigures published) {
        this.page = page;
        this.indicators = indicators;
        this.programme = programme;
        this.published = published;
    }

    void add(Indicator indicator) {
        page.anchor(indicator.id().value()).heading(4, indicator.name().nl());
        page.text(indicator.definition().nl());
        properties(indicator);
        versions(indicator);
        figures(indicator);
        notes(indicator);
        about(indicator);
    }

    private void properties(Indicator indicator) {
        page.table("Kenmerk", "");
        page.row("Eenheid", DutchWords.unit(indicator));
        page.row("Bron", source(indicator));
        page.row("Eigenaar", indicator.owner());
        page.row("Doel", DutchWords.target(indicator));
        page.row("Gunstig", DutchWords.of(indicator.direction()));
        page.row("Gebieden", indicator.areas().stream().map(DutchWords::of).collect(Collectors.joining(", ")));
        page.row("Perioden", DutchWords.periods(indicator));
        page.row("Vertrouwelijkheid", DutchWords.confidentiality(indicator));
        if (indicator.provisionalMonths() > 0) {
            page.row("Voorlopig", DutchWords.provisional(indicator.provisionalMonths()));
        }
        if (!indicator.exceptionalYears().isEmpty()) {
            page.row(
                    "Bijzondere jaren",
                    indicator.exceptionalYears().stream().map(String::valueOf).collect(Collectors.joining(" en "))
                            + " (corona): gemarkeerd, en desgewenst buiten vergelijkingen gelaten");
        }
        if (!indicator.aliases().isEmpty()) {
            page.row("Ook bekend als", String.join(", ", indicator.aliases()));
        }
        page.row("Code", "`" + indicator.id() + "`");
        page.blank();
    }

    private String source(Indicator indicator) {
        if (indicator.measure() instanceof Measure.Ratio ratio) {
            return DutchWords.ratio(ratio, link(ratio.of()), link(ratio.to()));
        }
        FactReference rows = indicator.measure().source().orElseThrow();
        return DutchWords.system(indicator.source()) + ": " + DutchWords.counting(indicator.measure(), rows.fact());
    }

    private String link(IndicatorId id) {
        return Handbook.linkTo(indicators.find(id).orElseThrow());
    }

    private void versions(Indicator indicator) {
        page.text("Versies:");
        for (DefinitionVersion version : indicator.versions()) {
            page.line("- " + DutchWords.span(version) + ": " + version.note().nl());
        }
        page.blank();
    }

    private void figures(Indicator indicator) {
        List<PublishedFigure> figures = published.of(indicator.id());
        if (figures.isEmpty()) {
            return;
        }
        page.text("Gepubliceerd:");
        page.table("Periode", "Waarde", "Document", "Citaat");
        for (PublishedFigure figure : figures) {
            page.row(figure.period(), DutchWords.value(figure), figure.document(), "“" + figure.quote() + "”");
        }
        page.blank();
    }

    /** Notes of the source; a quote that stands among the published figures is not given again without an explanation. */
    private void notes(Indicator indicator) {
        Set<String> printed = published.of(indicator.id()).stream()
                .map(PublishedFigure::quote)
                .collect(Collectors.toSet());
        List<SourceNote> notes = indicator.notes().stream()
                .filter(note -> note.text().isPresent() || !printed.contains(note.quote()))
                .toList();
        if (notes.isEmpty()) {
            return;
        }
        page.text("Uit de bronnen:");
        for (SourceNote note : notes) {
            page.line("- " + note.document() + ": “" + note.quote() + "”"
                    + note.text().map(text -> " " + text.nl()).orElse(""));
        }
        page.blank();
    }

    private void about(Indicator indicator) {
        List<ProgrammeEntry> entries = programme.about(indicator.id());
        if (entries.isEmpty()) {
            return;
        }
        page.text("Zegt iets over:");
        for (ProgrammeEntry entry : entries) {
            page.line("- " + DutchWords.kind(entry) + ": " + entry.text().nl() + " ("
                    + entry.passage().document() + ")");
        }
        page.blank();
    }
}
