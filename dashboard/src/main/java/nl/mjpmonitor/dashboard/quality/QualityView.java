package nl.mjpmonitor.dashboard.quality;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
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
import java.util.function.Consumer;
import nl.mjpmonitor.dashboard.exports.PageExports;
import nl.mjpmonitor.dashboard.exports.PageFigures;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.figures.PlainTable;
import nl.mjpmonitor.dashboard.live.FigureNotice;
import nl.mjpmonitor.dashboard.live.FigureState;
import nl.mjpmonitor.dashboard.live.LiveReading;
import nl.mjpmonitor.dashboard.live.Subscription;
import nl.mjpmonitor.dashboard.texts.Texts;
import nl.mjpmonitor.warehouse.WarehouseException;
import nl.mjpmonitor.warehouse.indicators.Confidentiality;
import nl.mjpmonitor.warehouse.quality.EventPosition;
import nl.mjpmonitor.warehouse.quality.Lag;
import nl.mjpmonitor.warehouse.quality.ReconciledRange;
import nl.mjpmonitor.warehouse.quality.ReconciledTable;
import nl.mjpmonitor.warehouse.quality.ReconciliationState;
import nl.mjpmonitor.warehouse.quality.RejectedEventState;
import nl.mjpmonitor.warehouse.quality.SourceFreshness;
import nl.mjpmonitor.warehouse.quality.TableNotice;

/**
 * Whether the figures can be trusted now: how fresh each source is and what waits, whether source and warehouse hold the same, which
 * tables depart from their contract, and which events were refused. It follows the warehouse by itself; its tables stay, so that who reads
 * one goes on reading.
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
    private final Listing sources;
    private final Listing lags;
    private final Listing compared;
    private final Listing differences;
    private final Listing contracts;
    private final RejectedSection rejected;
    private RejectedEventState state = RejectedEventState.NEW;
    private transient Subscription subscription = () -> {};
    private transient Optional<Instant> readAt = Optional.empty();

    QualityView(QualityDesk desk, RecentRevisions revisions, PageExports exports, Clock clock, Texts texts) {
        this.desk = desk;
        this.clock = clock;
        this.figureWords = new FigureWords(texts, getLocale());
        this.words = new QualityWords(figureWords);
        this.rejected = new RejectedSection(words, figureWords.format(), desk.mayAct(), this::replay, this::dismiss);
        this.sources = listing(
                "tabel-versheid",
                "quality.freshness.caption",
                "quality.freshness.none",
                "quality.source",
                "quality.freshness.until",
                "quality.freshness.age",
                "quality.freshness.taken",
                "quality.state");
        this.lags = listing(
                "tabel-achterstand",
                "quality.lag.caption",
                "quality.lag.none",
                "quality.source",
                "quality.lag.stage",
                "quality.lag.amount",
                "quality.lag.measured");
        this.compared = listing(
                "tabel-vergelijking",
                "quality.reconciliation.caption",
                "quality.reconciliation.none",
                "quality.table",
                "quality.reconciliation.at",
                "quality.reconciliation.source",
                "quality.reconciliation.warehouse",
                "quality.state");
        this.differences = listing(
                "tabel-verschillen",
                "quality.difference.caption",
                "quality.difference.none",
                "quality.table",
                "quality.reconciliation.at",
                "quality.state",
                "quality.difference.rows",
                "quality.difference.keys");
        this.contracts = listing(
                "tabel-afspraken",
                "quality.contracts.caption",
                "quality.contracts.none",
                "quality.table",
                "quality.contracts.what",
                "quality.contracts.since",
                "quality.contracts.do");
        compared.table.figures(2, 3);
        differences.table.figures(3);
        setId("inhoud");
        addClassNames("view", "quality");
        getElement().setAttribute("tabindex", "-1");
        Paragraph intro = new Paragraph(words.text("quality.intro"));
        intro.addClassName("secondary");
        Div header = new Div(new Div(new H1(words.text("quality.title")), intro));
        header.addClassName("view-header");
        verdict.addClassName("verdict");
        verdict.getElement().setAttribute("role", "status").setAttribute("data-testid", "oordeel");
        add(
                header,
                notice,
                exports.menu(figureWords, this::taken),
                verdict,
                section("versheid", "quality.freshness", sources, lags),
                section("vergelijking", "quality.reconciliation", compared, differences),
                section("afspraken", "quality.contracts", contracts),
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
        follow();
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

    @Override
    protected void onDetach(DetachEvent event) {
        subscription.end();
    }

    private void follow() {
        subscription.end();
        subscription = desk.follow(state, UI.getCurrent(), this::take);
    }

    private void take(LiveReading.State<QualityPicture> read) {
        if (read.isReachable()) {
            readAt = Optional.of(clock.instant());
        }
        read.answer().filter(picture -> picture.state() == state).ifPresent(this::show);
        notice.show(figureWords, standing(read.isReachable()));
    }

    private FigureState standing(boolean isReachable) {
        if (readAt.isEmpty()) {
            return new FigureState.Failed();
        }
        return isReachable
                ? new FigureState.Current(List.of(), readAt.get())
                : new FigureState.Stale(List.of(), readAt.get());
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
            follow();
        } catch (WarehouseException away) {
            notice.show(figureWords, new FigureState.Failed());
        }
    }

    private void show(QualityPicture picture) {
        Instant now = clock.instant();
        verdict.setText(verdict(picture, now));
        showSources(picture.freshness(), now);
        showLags(picture.lags());
        showCompared(picture.tables());
        showDifferences(picture.differences());
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

    private void showSources(List<SourceFreshness> freshness, Instant now) {
        sources.show(
                freshness,
                source -> sources.table.row(
                        source.sourceSystem(),
                        figureWords.format().moment(source.sourceAt()),
                        words.duration(Duration.between(source.sourceAt(), now)),
                        words.duration(Duration.between(source.sourceAt(), source.knownAt())),
                        words.text(isLate(source.sourceAt(), now) ? "quality.late" : "quality.fresh")));
    }

    /** Only what waits: a table of fifty zeros tells nothing. */
    private void showLags(List<Lag> measured) {
        lags.show(
                measured.stream()
                        .filter(lag ->
                                lag.amount() > 0 || lag.stage() == Lag.Stage.CONNECT || lag.stage() == Lag.Stage.KEPT)
                        .toList(),
                lag -> lags.table.row(
                        lag.sourceTable().isEmpty() ? lag.sourceSystem() : lag.sourceSystem() + "." + lag.sourceTable(),
                        words.text("quality.lag." + lag.stage().word()),
                        words.amount(lag),
                        figureWords.format().moment(lag.measuredAt())));
    }

    private void showCompared(List<ReconciledTable> tables) {
        compared.show(
                tables,
                each -> compared.table.row(
                        name(each.sourceSystem(), each.sourceTable(), each.subject()),
                        new Span(figureWords.format().moment(each.checkedAt())),
                        new Span(figureWords.format().count(each.sourceCount())),
                        new Span(figureWords.format().count(each.warehouseCount())),
                        state(each)));
        // what was never compared does not differ
        differences.setVisible(!tables.isEmpty());
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

    private void showDifferences(List<ReconciledRange> ranges) {
        differences.show(
                ranges,
                range -> differences.table.row(
                        name(range.sourceSystem(), range.sourceTable(), range.subject()),
                        figureWords.format().moment(range.checkedAt()),
                        words.text("quality.reconciliation." + range.state().word()),
                        figureWords.format().count(range.driftedCount() + range.rejectedCount()),
                        range.detail()));
    }

    private String name(String system, String table, String subject) {
        String name = system + "." + table;
        return subject.equals(ReconciledRange.COUNTS) ? words.text("quality.counts", name) : name;
    }

    private void showContracts(List<TableNotice> notices) {
        contracts.show(notices, each -> {
            String name = each.sourceSystem() + "." + each.sourceTable();
            boolean isPaused = each.kind() == TableNotice.Kind.PAUSED;
            contracts.table.row(
                    name,
                    isPaused
                            ? words.text("quality.contracts.paused", each.detail())
                            : words.text("quality.contracts.added", each.column()),
                    figureWords.format().moment(each.knownAt()),
                    isPaused
                            ? words.text("quality.contracts.resume", "ops/resume " + name)
                            : words.text("quality.contracts.ignore"));
        });
    }

    private static boolean isLate(Instant sourceAt, Instant now) {
        return sourceAt.isBefore(now.minus(LATE));
    }

    private Section section(String id, String titleKey, Component... content) {
        H2 title = new H2(words.text(titleKey));
        title.setId("kop-" + id);
        Paragraph intro = new Paragraph(words.text(titleKey + ".intro"));
        intro.addClassName("secondary");
        Section section = new Section(title, intro);
        section.add(content);
        section.getElement().setAttribute("aria-labelledby", "kop-" + id);
        return section;
    }

    private Listing listing(String testId, String captionKey, String noneKey, String... columnKeys) {
        return new Listing(
                words.text(noneKey),
                new PlainTable(
                        words.text(captionKey),
                        testId,
                        Arrays.stream(columnKeys).map(words::text).toList()));
    }

    /** A table, or a sentence that says why there is none. */
    private static final class Listing extends Div {

        private final Paragraph none;
        private final PlainTable table;

        Listing(String none, PlainTable table) {
            this.none = new Paragraph(none);
            this.table = table;
            this.none.setVisible(false);
            table.setVisible(false);
            add(this.none, table);
        }

        <T> void show(List<T> all, Consumer<T> row) {
            none.setVisible(all.isEmpty());
            table.setVisible(!all.isEmpty());
            table.clear();
            all.forEach(row);
        }
    }
}
