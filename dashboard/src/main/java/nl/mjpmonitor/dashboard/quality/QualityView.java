package nl.mjpmonitor.dashboard.quality;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.dashboard.exports.PageExports;
import nl.mjpmonitor.dashboard.exports.PageFigures;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.figures.PlainTable;
import nl.mjpmonitor.dashboard.live.FigureNotice;
import nl.mjpmonitor.dashboard.live.FigureState;
import nl.mjpmonitor.dashboard.texts.Texts;
import nl.mjpmonitor.warehouse.WarehouseException;
import nl.mjpmonitor.warehouse.indicators.Confidentiality;
import nl.mjpmonitor.warehouse.quality.EventPosition;
import nl.mjpmonitor.warehouse.quality.Lag;
import nl.mjpmonitor.warehouse.quality.ReconciledRange;
import nl.mjpmonitor.warehouse.quality.ReconciledTable;
import nl.mjpmonitor.warehouse.quality.ReconciliationState;
import nl.mjpmonitor.warehouse.quality.RejectedEventState;
import nl.mjpmonitor.warehouse.quality.TableNotice;

/**
 * Whether the figures can be trusted now: how fresh each source is and what waits, whether source and warehouse hold the same, which
 * tables depart from their contract, and which events were refused. Read when the page is opened or refreshed.
 */
@Route("datakwaliteit")
@Menu(title = "quality.nav", order = 80)
@StyleSheet("styles/quality.css")
@RolesAllowed({"BEHEERDER", "PROGRAMMAMANAGER"})
class QualityView extends Main implements AfterNavigationObserver, HasDynamicTitle {

    static final String STATE = "afgekeurd";

    /** The sources send a heartbeat every second. */
    private static final Duration LATE = Duration.ofMinutes(5);

    private final transient QualityDesk desk;
    private final transient Clock clock;
    private final transient FigureWords figureWords;
    private final transient QualityWords words;
    private final FigureNotice notice = new FigureNotice();
    private final Paragraph verdict = new Paragraph();
    private final Section freshness = new Section();
    private final Section reconciliation = new Section();
    private final Section contracts = new Section();
    private final RejectedSection rejected;
    private RejectedEventState state = RejectedEventState.NEW;
    private transient Optional<Instant> readAt = Optional.empty();

    QualityView(QualityDesk desk, RecentRevisions revisions, PageExports exports, Clock clock, Texts texts) {
        this.desk = desk;
        this.clock = clock;
        this.figureWords = new FigureWords(texts, getLocale());
        this.words = new QualityWords(figureWords);
        this.rejected = new RejectedSection(words, figureWords.format(), desk.mayAct(), this::replay, this::dismiss);
        setId("inhoud");
        addClassNames("view", "quality");
        getElement().setAttribute("tabindex", "-1");
        Paragraph intro = new Paragraph(words.text("quality.intro"));
        intro.addClassName("secondary");
        Button refresh = new Button(words.text("quality.refresh"), click -> refresh());
        refresh.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        refresh.getElement().setAttribute("data-testid", "vernieuw");
        Div header = new Div(new Div(new H1(words.text("quality.title")), intro), refresh);
        header.addClassName("view-header");
        verdict.addClassName("verdict");
        verdict.getElement().setAttribute("role", "status").setAttribute("data-testid", "oordeel");
        add(
                header,
                notice,
                exports.menu(figureWords, this::taken),
                verdict,
                freshness,
                reconciliation,
                contracts,
                rejected,
                new RevisionSection(figureWords, revisions::list));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        QueryParameters parameters = event.getLocation().getQueryParameters();
        state = parameters
                .getSingleParameter(STATE)
                .flatMap(word -> Arrays.stream(RejectedEventState.values())
                        .filter(each -> each.word().equals(word))
                        .findFirst())
                .orElse(RejectedEventState.NEW);
        refresh();
    }

    @Override
    public String getPageTitle() {
        return words.text("title", words.text("quality.title"));
    }

    /** The page as it is shown, to take along: for who keeps the figures, like the page. */
    private Optional<PageFigures> taken() {
        return readAt.map(moment -> new PageFigures(
                "datakwaliteit", words.text("quality.title"), "", moment, List.of(), Confidentiality.INTERN, this));
    }

    private void refresh() {
        try {
            show(desk.picture(state));
            Instant now = clock.instant();
            readAt = Optional.of(now);
            notice.show(figureWords, new FigureState.Current(List.of(), now));
        } catch (WarehouseException away) {
            notice.show(figureWords, new FigureState.Failed());
        }
    }

    private void replay(EventPosition position) {
        act(() -> desk.replay(position));
    }

    private void dismiss(EventPosition position, String reason) {
        act(() -> desk.dismiss(position, reason));
    }

    private void act(Runnable action) {
        try {
            action.run();
            refresh();
        } catch (WarehouseException away) {
            notice.show(figureWords, new FigureState.Failed());
        }
    }

    private void show(QualityPicture picture) {
        Instant now = clock.instant();
        verdict.setText(verdict(picture, now));
        showFreshness(picture, now);
        showReconciliation(picture);
        showContracts(picture.notices());
        rejected.show(picture);
    }

    /** The worst thing first, in one sentence. */
    private String verdict(QualityPicture picture, Instant now) {
        long late = picture.freshness().stream()
                .filter(source -> isLate(source.sourceAt(), now))
                .count();
        long drifted = picture.tables().stream()
                .filter(table -> table.state() == ReconciliationState.DRIFTED)
                .count();
        long paused = picture.notices().stream()
                .filter(each -> each.kind() == TableNotice.Kind.PAUSED)
                .count();
        long waiting = picture.counts().getOrDefault(RejectedEventState.NEW, 0L);
        if (late + drifted + paused + waiting == 0) {
            return words.text(picture.tables().isEmpty() ? "quality.verdict.unchecked" : "quality.verdict.good");
        }
        return words.text(
                "quality.verdict.bad",
                figureWords.format().count(late),
                figureWords.format().count(drifted),
                figureWords.format().count(paused),
                figureWords.format().count(waiting));
    }

    private void showFreshness(QualityPicture picture, Instant now) {
        fill(freshness, "versheid", "quality.freshness", "quality.freshness.intro");
        if (picture.freshness().isEmpty()) {
            freshness.add(new Paragraph(words.text("quality.freshness.none")));
        } else {
            PlainTable table = new PlainTable(
                    words.text("quality.freshness.caption"),
                    "tabel-versheid",
                    List.of(
                            words.text("quality.source"),
                            words.text("quality.freshness.until"),
                            words.text("quality.freshness.age"),
                            words.text("quality.freshness.taken"),
                            words.text("quality.state")));
            picture.freshness()
                    .forEach(source -> table.row(
                            source.sourceSystem(),
                            figureWords.format().moment(source.sourceAt()),
                            words.duration(Duration.between(source.sourceAt(), now)),
                            words.duration(Duration.between(source.sourceAt(), source.knownAt())),
                            words.text(isLate(source.sourceAt(), now) ? "quality.late" : "quality.fresh")));
            freshness.add(table);
        }
        showLags(picture.lags());
    }

    /** Only what waits: a table of fifty zeros tells nothing. */
    private void showLags(List<Lag> lags) {
        if (lags.isEmpty()) {
            freshness.add(new Paragraph(words.text("quality.lag.none")));
            return;
        }
        List<Lag> shown = lags.stream()
                .filter(lag -> lag.amount() > 0 || lag.stage() == Lag.Stage.CONNECT || lag.stage() == Lag.Stage.KEPT)
                .toList();
        PlainTable table = new PlainTable(
                words.text("quality.lag.caption"),
                "tabel-achterstand",
                List.of(
                        words.text("quality.source"),
                        words.text("quality.lag.stage"),
                        words.text("quality.lag.amount"),
                        words.text("quality.lag.measured")));
        shown.forEach(lag -> table.row(
                lag.sourceTable().isEmpty() ? lag.sourceSystem() : lag.sourceSystem() + "." + lag.sourceTable(),
                words.text("quality.lag." + lag.stage().word()),
                words.amount(lag),
                figureWords.format().moment(lag.measuredAt())));
        freshness.add(table);
    }

    private void showReconciliation(QualityPicture picture) {
        fill(reconciliation, "vergelijking", "quality.reconciliation", "quality.reconciliation.intro");
        if (picture.tables().isEmpty()) {
            reconciliation.add(new Paragraph(words.text("quality.reconciliation.none")));
            return;
        }
        PlainTable table = new PlainTable(
                words.text("quality.reconciliation.caption"),
                "tabel-vergelijking",
                List.of(
                        words.text("quality.table"),
                        words.text("quality.reconciliation.at"),
                        words.text("quality.reconciliation.source"),
                        words.text("quality.reconciliation.warehouse"),
                        words.text("quality.state")));
        picture.tables()
                .forEach(each -> table.row(
                        name(each.sourceSystem(), each.sourceTable(), each.subject()),
                        new Span(figureWords.format().moment(each.checkedAt())),
                        new Span(figureWords.format().count(each.sourceCount())),
                        new Span(figureWords.format().count(each.warehouseCount())),
                        state(each)));
        reconciliation.add(table);
        showDifferences(picture.differences());
    }

    private Component state(ReconciledTable table) {
        Span badge =
                new Span(words.text("quality.reconciliation." + table.state().word()));
        badge.addClassNames("badge-state", table.state().word());
        long rows = table.state() == ReconciliationState.REJECTED ? table.rejectedCount() : table.driftedCount();
        return rows == 0
                ? badge
                : new Div(
                        badge,
                        new Span(" "
                                + words.text(
                                        rows == 1 ? "quality.rows.one" : "quality.rows",
                                        figureWords.format().count(rows))));
    }

    private void showDifferences(List<ReconciledRange> differences) {
        if (differences.isEmpty()) {
            reconciliation.add(new Paragraph(words.text("quality.difference.none")));
            return;
        }
        PlainTable table = new PlainTable(
                words.text("quality.difference.caption"),
                "tabel-verschillen",
                List.of(
                        words.text("quality.table"),
                        words.text("quality.reconciliation.at"),
                        words.text("quality.state"),
                        words.text("quality.difference.rows"),
                        words.text("quality.difference.keys")));
        differences.forEach(range -> table.row(
                name(range.sourceSystem(), range.sourceTable(), range.subject()),
                figureWords.format().moment(range.checkedAt()),
                words.text("quality.reconciliation." + range.state().word()),
                figureWords.format().count(range.driftedCount() + range.rejectedCount()),
                range.detail()));
        reconciliation.add(table);
    }

    private String name(String system, String table, String subject) {
        String name = system + "." + table;
        return subject.equals(ReconciledRange.COUNTS) ? words.text("quality.counts", name) : name;
    }

    private void showContracts(List<TableNotice> notices) {
        fill(contracts, "afspraken", "quality.contracts", "quality.contracts.intro");
        if (notices.isEmpty()) {
            contracts.add(new Paragraph(words.text("quality.contracts.none")));
            return;
        }
        PlainTable table = new PlainTable(
                words.text("quality.contracts.caption"),
                "tabel-afspraken",
                List.of(
                        words.text("quality.table"),
                        words.text("quality.contracts.what"),
                        words.text("quality.contracts.since"),
                        words.text("quality.contracts.do")));
        for (TableNotice each : notices) {
            String name = each.sourceSystem() + "." + each.sourceTable();
            boolean isPaused = each.kind() == TableNotice.Kind.PAUSED;
            table.row(
                    name,
                    isPaused
                            ? words.text("quality.contracts.paused", each.detail())
                            : words.text("quality.contracts.added", each.column()),
                    figureWords.format().moment(each.knownAt()),
                    isPaused
                            ? words.text("quality.contracts.resume", "ops/resume " + name)
                            : words.text("quality.contracts.ignore"));
        }
        contracts.add(table);
    }

    private static boolean isLate(Instant sourceAt, Instant now) {
        return sourceAt.isBefore(now.minus(LATE));
    }

    private void fill(Section section, String id, String titleKey, String introKey) {
        H2 title = new H2(words.text(titleKey));
        title.setId("kop-" + id);
        Paragraph intro = new Paragraph(words.text(introKey));
        intro.addClassName("secondary");
        section.removeAll();
        section.add(title, intro);
        section.getElement().setAttribute("aria-labelledby", "kop-" + id);
    }
}
