package nl.mjpmonitor.dashboard.publications;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.dashboard.access.ReadableAreas;
import nl.mjpmonitor.dashboard.exports.PageExports;
import nl.mjpmonitor.dashboard.exports.PageFigures;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.figures.PlainTable;
import nl.mjpmonitor.dashboard.reports.ReportDefinition;
import nl.mjpmonitor.dashboard.store.StoreAwayException;
import nl.mjpmonitor.dashboard.texts.Texts;
import nl.mjpmonitor.warehouse.areas.Area;

/** The editions of all reports, to search, to open and to start. */
@Route(PublicationsView.PATH)
@Menu(title = "publication.nav", order = 70)
@PermitAll
@StyleSheet("styles/publications.css")
class PublicationsView extends Main implements AfterNavigationObserver, HasDynamicTitle {

    static final String PATH = "publicaties";

    private final transient EditionLife life;
    private final transient ReadableAreas areas;
    private final transient Clock clock;
    private final transient FigureWords words;
    private final ComboBox<ReportDefinition> report = new ComboBox<>();
    private final TextField search = new TextField();
    private final Paragraph notice = new Paragraph();
    private final Div list = new Div();

    PublicationsView(EditionLife life, ReadableAreas areas, PageExports exports, Clock clock, Texts texts) {
        this.life = life;
        this.areas = areas;
        this.clock = clock;
        this.words = new FigureWords(texts, getLocale());
        setId("inhoud");
        addClassNames("view", "publications");
        getElement().setAttribute("tabindex", "-1");
        Paragraph intro = new Paragraph(words.text("publication.intro"));
        intro.addClassName("secondary");
        Div header = new Div(new Div(new H1(words.text("publication.title")), intro, links()), filter());
        header.addClassName("view-header");
        notice.getElement().setAttribute("role", "status").setAttribute("data-testid", "publicaties-melding");
        add(header, notice, exports.menu(words, this::taken), list);
        if (life.rights().contains(EditionRight.MAKE)) {
            add(new StartForm(life.reports(), areas, clock, words, this::start));
        }
    }

    /** The pages beside this one, by address: they stand on what is here. */
    private Nav links() {
        Nav links = new Nav(
                link("publicaties/archief", "archive.title", "naar-archief"),
                link("publicaties/verzending", "sending.title", "naar-verzending"));
        links.addClassName("publication-links");
        links.getElement().setAttribute("aria-label", words.text("publication.links"));
        return links;
    }

    private Anchor link(String address, String key, String testId) {
        Anchor link = new Anchor(address, words.text(key));
        link.setRouterIgnore(false);
        link.getElement().setAttribute("data-testid", testId);
        return link;
    }

    /** The editions as they are listed; whoever sees concepts has a list for insiders. */
    private Optional<PageFigures> taken() {
        return list.getChildren()
                .findFirst()
                .map(table -> new PageFigures(
                        PATH,
                        words.text("publication.title"),
                        "",
                        clock.instant(),
                        List.of(),
                        life.confidentialityOfAll(),
                        list));
    }

    private Div filter() {
        report.setLabel(words.text("publication.report"));
        report.setItems(life.reports());
        report.setItemLabelGenerator(definition -> definition.title(words.locale()));
        report.setClearButtonVisible(true);
        report.setId("publicaties-rapport");
        report.addValueChangeListener(change -> choose(change.isFromClient()));
        search.setLabel(words.text("publication.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        search.setId("publicaties-zoek");
        search.addValueChangeListener(change -> choose(change.isFromClient()));
        Div filter = new Div(report, search);
        filter.addClassName("filter");
        return filter;
    }

    private void choose(boolean isFromClient) {
        if (isFromClient) {
            EditionChoice choice = new EditionChoice(
                    Optional.ofNullable(report.getValue()).map(ReportDefinition::id),
                    search.getValue().strip());
            getUI().ifPresent(ui -> ui.navigate(PublicationsView.class, choice.parameters()));
        }
    }

    private void start(EditionSubject subject, String reason) {
        try {
            Edition edition = life.start(subject, reason);
            getUI().ifPresent(ui -> ui.navigate(
                    EditionView.class,
                    new RouteParam(EditionView.EDITION, edition.id().toString())));
        } catch (EditionRefusedException refused) {
            notice.setText(words.text(refused.textKey(), refused.details().toArray()));
        } catch (StoreAwayException away) {
            notice.setText(words.text("publication.away"));
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        EditionChoice choice = EditionChoice.of(event.getLocation().getQueryParameters());
        life.reports().stream()
                .filter(definition ->
                        choice.report().filter(definition.id()::equals).isPresent())
                .findFirst()
                .ifPresentOrElse(report::setValue, report::clear);
        search.setValue(choice.search());
        list.removeAll();
        try {
            show(life.all(), choice);
        } catch (StoreAwayException away) {
            notice.setText(words.text("publication.away"));
        }
    }

    private void show(List<EditionSummary> all, EditionChoice choice) {
        List<EditionSummary> fitting = all.stream()
                .filter(edition -> choice.fits(edition.subject().report(), line(edition)))
                .toList();
        notice.setText(
                all.isEmpty()
                        ? words.text("publication.none")
                        : words.text("publication.found", words.format().count(fitting.size())));
        if (fitting.isEmpty()) {
            return;
        }
        PlainTable table = new PlainTable(
                words.text("publication.caption"),
                "tabel-publicaties",
                List.of(
                        words.text("publication.report"),
                        words.text("publication.area"),
                        words.text("publication.period"),
                        words.text("publication.edition.column"),
                        words.text("publication.state"),
                        words.text("publication.changed")));
        fitting.forEach(edition -> table.row(
                new RouterLink(
                        title(edition),
                        EditionView.class,
                        new RouteParameters(EditionView.EDITION, edition.id().toString())),
                new Component[] {
                    new Span(area(edition)),
                    new Span(edition.subject().period().label(words.locale())),
                    new Span(edition.number()
                            .map(number -> words.text("publication.edition", Integer.toString(number)))
                            .orElseGet(() -> words.text("publication.edition.none"))),
                    new Span(words.text("publication.state." + edition.state())),
                    new Span(words.format().moment(edition.at()))
                }));
        list.add(table);
    }

    private String title(EditionSummary edition) {
        return life.reports().stream()
                .filter(definition -> definition.id().equals(edition.subject().report()))
                .map(definition -> definition.title(words.locale()))
                .findFirst()
                .orElse(edition.subject().report().value());
    }

    private String area(EditionSummary edition) {
        return areas.find(edition.subject().area())
                .map(Area::name)
                .orElse(edition.subject().area().value());
    }

    private String line(EditionSummary edition) {
        return String.join(
                " ",
                title(edition),
                area(edition),
                edition.subject().period().label(words.locale()),
                words.text("publication.state." + edition.state()),
                edition.reason());
    }

    @Override
    public String getPageTitle() {
        return words.text("title", words.text("publication.title"));
    }
}
