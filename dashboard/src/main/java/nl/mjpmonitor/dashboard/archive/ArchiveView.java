package nl.mjpmonitor.dashboard.archive;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.PermitAll;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import nl.mjpmonitor.dashboard.access.ReadableAreas;
import nl.mjpmonitor.dashboard.exports.PageExports;
import nl.mjpmonitor.dashboard.exports.PageFigures;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.figures.PlainTable;
import nl.mjpmonitor.dashboard.progress.CancelledException;
import nl.mjpmonitor.dashboard.progress.Progress;
import nl.mjpmonitor.dashboard.progress.WorkPanel;
import nl.mjpmonitor.dashboard.progress.Workers;
import nl.mjpmonitor.dashboard.publications.EditionId;
import nl.mjpmonitor.dashboard.publications.EditionLife;
import nl.mjpmonitor.dashboard.publications.EditionState;
import nl.mjpmonitor.dashboard.publications.EditionSummary;
import nl.mjpmonitor.dashboard.publications.FileCheck;
import nl.mjpmonitor.dashboard.reports.ReportDefinition;
import nl.mjpmonitor.dashboard.store.StoreAwayException;
import nl.mjpmonitor.dashboard.texts.Texts;
import nl.mjpmonitor.warehouse.areas.Area;

/** The archive: finding editions, proving that they are unchanged, taking all of them along, and what need not be kept any longer. */
@Route(ArchiveView.PATH)
@PermitAll
@StyleSheet("styles/publications.css")
class ArchiveView extends Main implements AfterNavigationObserver, HasDynamicTitle {

    static final String PATH = "publicaties/archief";

    private static final ZoneId DUTCH_TIME = ZoneId.of("Europe/Amsterdam");
    private static final int FIRST_YEAR = 2019;
    private static final int MOST_ROWS = 100;

    private final transient Archive archive;
    private final transient EditionLife life;
    private final transient ReadableAreas areas;
    private final transient Workers workers;
    private final transient Clock clock;
    private final transient FigureWords words;
    private final ComboBox<ReportDefinition> report = new ComboBox<>();
    private final ComboBox<EditionState> state = new ComboBox<>();
    private final ComboBox<Integer> year = new ComboBox<>();
    private final TextField search = new TextField();
    private final Paragraph notice = new Paragraph();
    private final WorkPanel checking;
    private final Div list = new Div();
    private final Div whole = new Div();
    private final Div destruction = new Div();

    ArchiveView(
            Archive archive,
            EditionLife life,
            ReadableAreas areas,
            Workers workers,
            PageExports exports,
            Clock clock,
            Texts texts) {
        this.archive = archive;
        this.life = life;
        this.areas = areas;
        this.workers = workers;
        this.clock = clock;
        this.words = new FigureWords(texts, getLocale());
        this.checking = new WorkPanel(words, workers);
        setId("inhoud");
        addClassNames("view", "publications");
        getElement().setAttribute("tabindex", "-1");
        Anchor back = new Anchor("publicaties", words.text("publication.back"));
        back.setRouterIgnore(false);
        Paragraph intro = new Paragraph(words.text("archive.intro"));
        intro.addClassName("secondary");
        Div header = new Div(
                new Div(back, new H1(words.text("archive.title")), intro),
                filter(LocalDate.now(clock.withZone(DUTCH_TIME)).getYear()));
        header.addClassName("view-header");
        notice.getElement().setAttribute("role", "status").setAttribute("data-testid", "archief-melding");
        add(header, notice, exports.menu(words, this::taken), checking, list, whole, destruction);
    }

    /** The editions as they were found; whoever sees concepts has a list for insiders. */
    private Optional<PageFigures> taken() {
        return list.getChildren()
                .findFirst()
                .map(table -> new PageFigures(
                        "archief",
                        words.text("archive.title"),
                        "",
                        clock.instant(),
                        List.of(),
                        life.confidentialityOfAll(),
                        list));
    }

    private Div filter(int thisYear) {
        report.setLabel(words.text("publication.report"));
        report.setItems(life.reports());
        report.setItemLabelGenerator(definition -> definition.title(words.locale()));
        report.setClearButtonVisible(true);
        report.setId("archief-rapport");
        state.setLabel(words.text("publication.state"));
        state.setItems(EditionState.values());
        state.setItemLabelGenerator(one -> words.text("publication.state." + one));
        state.setClearButtonVisible(true);
        state.setId("archief-stand");
        year.setLabel(words.text("archive.year"));
        year.setItems(IntStream.rangeClosed(FIRST_YEAR, thisYear)
                .map(one -> thisYear + FIRST_YEAR - one)
                .boxed()
                .toList());
        year.setItemLabelGenerator(one -> Integer.toString(one));
        year.setClearButtonVisible(true);
        year.setId("archief-jaar");
        search.setLabel(words.text("archive.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        search.setId("archief-zoek");
        report.addValueChangeListener(change -> choose(change.isFromClient()));
        state.addValueChangeListener(change -> choose(change.isFromClient()));
        year.addValueChangeListener(change -> choose(change.isFromClient()));
        search.addValueChangeListener(change -> choose(change.isFromClient()));
        Div filter = new Div(report, state, year, search);
        filter.addClassName("filter");
        return filter;
    }

    private void choose(boolean isFromClient) {
        if (isFromClient) {
            ArchiveQuestion question = new ArchiveQuestion(
                    Optional.ofNullable(report.getValue()).map(ReportDefinition::id),
                    Optional.ofNullable(state.getValue()),
                    Optional.ofNullable(year.getValue()),
                    search.getValue().strip());
            UI.getCurrent().navigate(ArchiveView.class, question.parameters());
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        ArchiveQuestion question = ArchiveQuestion.of(event.getLocation().getQueryParameters());
        life.reports().stream()
                .filter(definition ->
                        question.report().filter(definition.id()::equals).isPresent())
                .findFirst()
                .ifPresentOrElse(report::setValue, report::clear);
        question.state().ifPresentOrElse(state::setValue, state::clear);
        question.year().ifPresentOrElse(year::setValue, year::clear);
        search.setValue(question.search());
        list.removeAll();
        whole.removeAll();
        destruction.removeAll();
        try {
            show(archive.find(question));
            Set<ArchiveRight> rights = archive.rights();
            if (rights.contains(ArchiveRight.EXPORT)) {
                whole.add(whole());
            }
            if (rights.contains(ArchiveRight.PROPOSE)) {
                destruction.add(new DestructionSection(archive, words));
            }
        } catch (StoreAwayException away) {
            notice.setText(words.text("publication.away"));
        }
    }

    private void show(List<ArchiveEntry> entries) {
        notice.setText(
                entries.size() > MOST_ROWS
                        ? words.text(
                                "archive.found.newest",
                                words.format().count(entries.size()),
                                Integer.toString(MOST_ROWS))
                        : words.text("publication.found", words.format().count(entries.size())));
        if (entries.isEmpty()) {
            return;
        }
        PlainTable table = new PlainTable(
                words.text("archive.caption"),
                "tabel-archief",
                List.of(
                        words.text("publication.report"),
                        words.text("publication.period"),
                        words.text("publication.edition.column"),
                        words.text("publication.state"),
                        words.text("archive.kept"),
                        words.text("archive.metadata"),
                        words.text("archive.check")));
        entries.stream().limit(MOST_ROWS).forEach(entry -> table.row(link(entry.edition()), cells(entry)));
        list.add(table);
    }

    private Component link(EditionSummary edition) {
        Anchor link = new Anchor("publicaties/" + edition.id(), title(edition));
        link.setRouterIgnore(false);
        return link;
    }

    private Component[] cells(ArchiveEntry entry) {
        EditionSummary edition = entry.edition();
        boolean isPublished = edition.state() == EditionState.GEPUBLICEERD;
        return new Component[] {
            new Span(edition.subject().period().label(words.locale())),
            new Span(edition.number()
                    .map(number -> words.text("publication.edition", Integer.toString(number)))
                    .orElseGet(() -> words.text("publication.edition.none"))),
            new Span(words.text("publication.state." + edition.state())),
            new Span(kept(entry)),
            isPublished ? metadata(edition) : new Span(words.text("figure.not-applicable")),
            isPublished ? check(edition) : new Span(words.text("figure.not-applicable"))
        };
    }

    private String title(EditionSummary edition) {
        String kind = life.reports().stream()
                .filter(definition -> definition.id().equals(edition.subject().report()))
                .map(definition -> definition.title(words.locale()))
                .findFirst()
                .orElse(edition.subject().report().value());
        return areas.find(edition.subject().area())
                .map(Area::name)
                .map(name -> kind + ", " + name)
                .orElse(kind);
    }

    private String kept(ArchiveEntry entry) {
        if (entry.edition().state() != EditionState.GEPUBLICEERD) {
            return words.text("figure.not-applicable");
        }
        return entry.endsOn()
                .map(day -> words.text("archive.kept.until", words.format().day(day)))
                .orElseGet(() -> words.text("archive.kept.always"));
    }

    private Component metadata(EditionSummary edition) {
        Anchor link = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    byte[] xml = archive.metadata(edition.id()).orElseThrow();
                    return new DownloadResponse(
                            new ByteArrayInputStream(xml),
                            "mjp-uitgave-" + edition.id() + ".mdto.xml",
                            "application/xml",
                            xml.length);
                }),
                "MDTO");
        link.getElement()
                .setAttribute("aria-label", words.text("archive.metadata.of", line(edition)))
                .setAttribute("data-testid", "mdto-" + edition.id());
        return link;
    }

    private Component check(EditionSummary edition) {
        Span outcome = new Span();
        outcome.getElement().setAttribute("role", "status").setAttribute("data-testid", "controle-" + edition.id());
        Button button = new Button(words.text("archive.check.do"), click -> check(edition.id(), outcome));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel(words.text("archive.check.of", line(edition)));
        button.getElement().setAttribute("data-testid", "controleren-" + edition.id());
        Div cell = new Div(button, outcome);
        cell.addClassName("archive-check");
        return cell;
    }

    private String line(EditionSummary edition) {
        return title(edition) + ", " + edition.subject().period().label(words.locale());
    }

    /** Large editions take a while to read: it happens beside the page, and can be stopped. */
    private void check(EditionId id, Span outcome) {
        checking.start(
                progress -> archive.check(id, progress),
                checks -> outcome.setText(saidOf(checks)),
                problem -> outcome.setText(said(problem)));
    }

    private String saidOf(List<FileCheck> checks) {
        List<FileCheck> broken =
                checks.stream().filter(check -> !check.isUnchanged()).toList();
        return broken.isEmpty()
                ? words.text("archive.check.well", words.format().count(checks.size()))
                : words.text("archive.check.broken", names(broken));
    }

    private static String names(List<FileCheck> broken) {
        return String.join(
                ", ", broken.stream().map(check -> check.file().name()).toList());
    }

    private Section whole() {
        H2 heading = new H2(words.text("archive.whole"));
        heading.setId("kop-archief-geheel");
        Anchor export = new Anchor(export(), words.text("archive.export"));
        export.getElement().setAttribute("data-testid", "archief-uitvoer");
        Paragraph outcome = new Paragraph();
        outcome.getElement().setAttribute("role", "status").setAttribute("data-testid", "archief-controle");
        WorkPanel work = new WorkPanel(words, workers);
        Button check = new Button(
                words.text("archive.check.all"),
                click -> work.start(
                        archive::checkAll,
                        broken -> outcome.setText(said(broken)),
                        problem -> outcome.setText(said(problem))));
        check.getElement().setAttribute("data-testid", "archief-controleren");
        Section section = new Section(
                heading, new Paragraph(words.text("archive.whole.intro")), new Paragraph(export), check, work, outcome);
        section.getElement().setAttribute("aria-labelledby", "kop-archief-geheel");
        return section;
    }

    /** Nobody watches it here: the browser shows how far it is and stops it. */
    private DownloadHandler export() {
        return event -> {
            event.setFileName(archive.exportName());
            event.setContentType("application/zip");
            archive.write(event.getOutputStream(), Progress.UNWATCHED);
        };
    }

    private String said(List<FileCheck> broken) {
        return broken.isEmpty()
                ? words.text("archive.check.all.well")
                : words.text("archive.check.broken", names(broken));
    }

    private String said(RuntimeException problem) {
        return switch (problem) {
            case CancelledException _ -> words.text("archive.check.stopped");
            case StoreAwayException _ -> words.text("publication.away");
            default -> throw problem;
        };
    }

    @Override
    public String getPageTitle() {
        return words.text("title", words.text("archive.title"));
    }
}
