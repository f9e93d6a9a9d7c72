package nl.mjpmonitor.warehouse.handbook;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.indicators.IndicatorGroup;
import nl.mjpmonitor.warehouse.indicators.IndicatorTheme;
import nl.mjpmonitor.warehouse.programme.Ambition;
import nl.mjpmonitor.warehouse.programme.Programme;
import nl.mjpmonitor.warehouse.programme.ProgrammeAction;
import nl.mjpmonitor.warehouse.programme.ProgrammeCatalogue;
import nl.mjpmonitor.warehouse.programme.ProgrammeEntry;
import nl.mjpmonitor.warehouse.programme.SuccessCriterion;
import nl.mjpmonitor.warehouse.published.PublishedFigure;
import nl.mjpmonitor.warehouse.published.PublishedFigures;
import nl.mjpmonitor.warehouse.published.Reason;

/** The whole catalogue as one Markdown document in Dutch. The same catalogue always gives the same text. */
public final class Handbook {

    private static final String PREFACE = """
            Dit handboek zegt van elk cijfer van de MJP-monitor wat het telt, waar het vandaan komt, van wie het is en wat het programma
            ermee wil. Bij elk cijfer staan de waarden die de gemeente zelf heeft gepubliceerd, met document en citaat. Het wordt
            gemaakt uit de catalogus; wie iets wil veranderen, verandert de catalogus en niet dit bestand.

            Zo leest u een cijfer:

            - **Onbekend is niet nul.** Een nul staat er alleen als de bron de hele periode heeft geleverd en er niets was.
            - **Voorlopig** zijn de nieuwste maanden van een bron die cijfers nog bijstelt.
            - **Afgeschermd** is een klein getal dat naar personen zou kunnen wijzen; ook wat het getal zou verraden, wordt dan niet getoond.
            - **Een breuk** in de definitie verbreekt de reeks. Twee definities zijn twee reeksen.
            - **Eenheden blijven uit elkaar.** Een casus, een locatie, een controle en een interventie zijn niet hetzelfde.
            - **Ca.** betekent dat het getal bij benadering is gepubliceerd.
            - Na december 2023 zijn de getallen van de demo-omgeving demonstratie, tenzij een document ze noemt.
            """;

    private final IndicatorCatalogue indicators;
    private final ProgrammeCatalogue programme;
    private final PublishedFigures published;

    Handbook(IndicatorCatalogue indicators, ProgrammeCatalogue programme, PublishedFigures published) {
        this.indicators = indicators;
        this.programme = programme;
        this.published = published;
    }

    /**
     * The handbook of the catalogue that is packaged with this module.
     *
     * @throws nl.mjpmonitor.warehouse.catalogue.CatalogueException when any entry is wrong
     */
    public static Handbook load() {
        IndicatorCatalogue indicators = IndicatorCatalogue.load();
        return new Handbook(indicators, ProgrammeCatalogue.load(indicators), PublishedFigures.load());
    }

    /** The document. */
    public String text() {
        Markdown page = new Markdown();
        page.heading(1, "Indicatoren").text(PREFACE.strip());
        contents(page);
        IndicatorPage pages = new IndicatorPage(page, indicators, programme, published);
        for (IndicatorTheme theme : indicators.themes()) {
            page.anchor("thema-" + theme.id()).heading(2, theme.name().nl());
            ambitions(page, theme);
            groups(page, theme);
            for (IndicatorGroup group : indicators.inTheme(theme.id())) {
                page.anchor("groep-" + group.id()).heading(3, group.name().nl());
                indicators.inGroup(group.id()).forEach(pages::add);
            }
        }
        programme(page);
        statements(page);
        return page.toString();
    }

    private void contents(Markdown page) {
        page.heading(2, "Inhoud");
        for (IndicatorTheme theme : indicators.themes()) {
            page.line("- " + Markdown.link(theme.name().nl(), "thema-" + theme.id()) + ": "
                    + indicators.inTheme(theme.id()).stream()
                            .map(group -> Markdown.link(group.name().nl(), "groep-" + group.id()))
                            .collect(Collectors.joining(", ")));
        }
        page.line("- " + Markdown.link("Het programma: ambities, criteria en acties", "programma"));
        page.line("- " + Markdown.link("Gepubliceerd, maar geen cijfer", "geen-cijfer"));
        page.blank();
    }

    private void groups(Markdown page, IndicatorTheme theme) {
        page.text("De indicatoren:");
        for (IndicatorGroup group : indicators.inTheme(theme.id())) {
            page.line("- " + Markdown.link(group.name().nl(), "groep-" + group.id()) + ": "
                    + links(indicators.inGroup(group.id())));
        }
        page.blank();
    }

    private void ambitions(Markdown page, IndicatorTheme theme) {
        List<Ambition> ambitions = programme.programmes().stream()
                .flatMap(document -> document.ambitions().stream())
                .filter(ambition -> ambition.theme().equals(theme.id()))
                .toList();
        if (!ambitions.isEmpty()) {
            page.text("Wat het programma wil:");
            ambitions.forEach(ambition -> page.line("- " + ambition.text().nl() + " ("
                    + ambition.passage().document() + ", " + ambition.passage().place() + ")"));
            page.blank();
        }
    }

    private void programme(Markdown page) {
        page.anchor("programma").heading(2, "Het programma: ambities, criteria en acties");
        page.text("De stand van een actie is die van het document; zij wordt hier niet bijgehouden.");
        for (Programme document : programme.programmes()) {
            page.heading(3, document.title().nl());
            page.text(DutchWords.adoption(document) + " Het geldt van " + DutchWords.month(document.from())
                    + " tot en met " + DutchWords.month(document.to()) + ".");
            if (!document.ambitions().isEmpty()) {
                page.heading(4, "Ambities");
                page.table("Ambitie", "Eigenaar", "Plaats en citaat", "Indicatoren");
                for (Ambition ambition : document.ambitions()) {
                    page.row(
                            ambition.text().nl(),
                            ambition.owner(),
                            DutchWords.quote(ambition.passage()),
                            linksOf(ambition));
                }
                page.blank();
            }
            if (!document.criteria().isEmpty()) {
                page.heading(4, "Succescriteria en beoogde effecten");
                page.table("Criterium", "Soort", "Plaats en citaat", "Indicatoren");
                for (SuccessCriterion criterion : document.criteria()) {
                    page.row(
                            criterion.text().nl(),
                            DutchWords.of(criterion.kind()),
                            DutchWords.quote(criterion.passage()),
                            linksOf(criterion));
                }
                page.blank();
            }
            if (!document.actions().isEmpty()) {
                page.heading(4, "Acties en mijlpalen");
                page.table(
                        "Actie",
                        "Eigenaar",
                        "Uiterlijk",
                        "Stand volgens het document",
                        "Plaats en citaat",
                        "Indicatoren");
                for (ProgrammeAction action : document.actions()) {
                    page.row(
                            action.text().nl(),
                            action.owner(),
                            action.due().map(DutchWords::month).orElse("niet genoemd"),
                            DutchWords.of(action.state()),
                            DutchWords.quote(action.passage()),
                            linksOf(action));
                }
                page.blank();
            }
        }
    }

    private void statements(Markdown page) {
        page.anchor("geen-cijfer").heading(2, "Gepubliceerd, maar geen cijfer");
        page.text("De documenten noemen ook wat geen cijfer van de monitor is. Hier staat per soort waarom.");
        Map<Reason, List<PublishedFigure>> byReason = published.figures().stream()
                .filter(figure -> figure.statement().isPresent())
                .collect(Collectors.groupingBy(
                        figure -> figure.statement().orElseThrow().reason(), TreeMap::new, Collectors.toList()));
        byReason.forEach((reason, figures) -> {
            page.heading(3, DutchWords.capital(reason.label()));
            page.table("Nr.", "Wat", "Periode", "Waarde", "Document en citaat", "Waarom geen cijfer");
            figures.forEach(figure -> page.row(
                    String.valueOf(figure.number()),
                    figure.label(),
                    figure.period(),
                    DutchWords.value(figure),
                    figure.document() + ": “" + figure.quote() + "”",
                    figure.explanation()));
            page.blank();
        });
    }

    private String linksOf(ProgrammeEntry entry) {
        return links(entry.indicators().stream()
                .map(id -> indicators.find(id).orElseThrow())
                .toList());
    }

    private static String links(List<Indicator> found) {
        return found.stream().map(Handbook::linkTo).collect(Collectors.joining(", "));
    }

    static String linkTo(Indicator indicator) {
        return Markdown.link(indicator.name().nl(), indicator.id().value());
    }
}
