package nl.mjpmonitor.dashboard.goals;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.dashboard.exports.PageExports;
import nl.mjpmonitor.dashboard.exports.PageFigures;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.live.FigureNotice;
import nl.mjpmonitor.dashboard.live.FigureRequest;
import nl.mjpmonitor.dashboard.live.FigureState;
import nl.mjpmonitor.dashboard.live.LiveFigures;
import nl.mjpmonitor.dashboard.live.PageDelivery;
import nl.mjpmonitor.dashboard.live.Subscription;
import nl.mjpmonitor.dashboard.texts.Texts;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.indicators.IndicatorSeries;
import nl.mjpmonitor.warehouse.programme.Ambition;
import nl.mjpmonitor.warehouse.programme.Programme;
import nl.mjpmonitor.warehouse.programme.ProgrammeAction;
import nl.mjpmonitor.warehouse.programme.ProgrammeEntry;
import nl.mjpmonitor.warehouse.programme.SuccessCriterion;
import nl.mjpmonitor.warehouse.targets.TargetJudgement;
import nl.mjpmonitor.warehouse.targets.TargetQuestion;

/**
 * What one document of the programme wants, by theme: ambitions, success criteria and actions, each with its figures, how it stands
 * and why. It follows the warehouse by itself.
 */
@Route("doelen")
@Menu(title = "goals.nav", order = 50)
@PermitAll
@StyleSheet("styles/goals.css")
class GoalsView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final ZoneId DUTCH_TIME = ZoneId.of("Europe/Amsterdam");

    private final transient GoalSubject subject;
    private final transient LiveFigures live;
    private final transient FigureWords words;
    private final transient Clock clock;
    private final Paragraph adoption = new Paragraph();
    private final Paragraph unknownChoice = new Paragraph();
    private final ComboBox<Programme> documentFilter = new ComboBox<>();
    private final ComboBox<String> themeFilter = new ComboBox<>();
    private final FigureNotice notice = new FigureNotice();
    private final Div body = new Div();

    private transient Optional<GoalSelection> shown = Optional.empty();
    private transient List<GoalItem> items = List.of();
    private transient Optional<Known> known = Optional.empty();
    private transient Subscription subscription = () -> {};

    /** The figures on the page. */
    private record Known(FigureRequest request, Instant readAt) {}

    GoalsView(GoalSubject subject, LiveFigures live, PageExports exports, Clock clock, Texts texts) {
        this.subject = subject;
        this.live = live;
        this.clock = clock;
        this.words = new FigureWords(texts, getLocale());
        setId("inhoud");
        addClassNames("view", "goals");
        getElement().setAttribute("tabindex", "-1");
        adoption.addClassName("secondary");
        unknownChoice.addClassName("unknown-choice");
        Paragraph intro = new Paragraph(words.text("goals.intro"));
        intro.addClassName("secondary");
        Div header = new Div(new Div(new H1(words.text("goals.title")), intro), filters());
        header.addClassName("view-header");
        add(header, unknownChoice, notice, exports.menu(words, this::taken), adoption, body);
    }

    private Div filters() {
        documentFilter.setId(GoalSelection.DOCUMENT);
        documentFilter.setLabel(words.text("goals.document"));
        documentFilter.setItemLabelGenerator(programme -> programme.title().in(words.locale()));
        documentFilter.setItems(subject.programmes());
        documentFilter.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                Programme chosen = Optional.ofNullable(change.getValue()).orElseGet(subject::current);
                shown.ifPresent(selection -> open(selection.in(chosen)));
            }
        });
        themeFilter.setId(GoalSelection.THEME);
        themeFilter.setLabel(words.text("goals.theme"));
        themeFilter.setPlaceholder(words.text("goals.theme.all"));
        themeFilter.setClearButtonVisible(true);
        themeFilter.setItemLabelGenerator(this::themeName);
        themeFilter.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                shown.ifPresent(selection -> open(selection.about(Optional.ofNullable(change.getValue()))));
            }
        });
        Div filters = new Div(documentFilter, themeFilter);
        filters.addClassNames("view-filters", "choices");
        return filters;
    }

    /** The page as it is shown, to take along. */
    private Optional<PageFigures> taken() {
        return shown.flatMap(selection -> known.map(figures -> PageFigures.of(
                selection
                        .theme()
                        .map(theme -> "doelen-" + selection.programme().id() + "-" + theme)
                        .orElseGet(() -> "doelen-" + selection.programme().id()),
                words.text("goals.title"),
                selection.programme().title().in(words.locale()),
                figures.readAt(),
                figures.request().series(),
                body)));
    }

    private void open(GoalSelection selection) {
        getUI().ifPresent(ui -> ui.navigate(GoalsView.class, selection.parameters()));
    }

    private String themeName(String id) {
        return subject.themeName(id, words.locale()).orElseGet(() -> words.text("goals.theme." + id));
    }

    @Override
    public String getPageTitle() {
        return words.text("title", words.text("goals.title"));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        subscription.end();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters parameters = event.getLocation().getQueryParameters();
        Optional<String> document = parameters.getSingleParameter(GoalSelection.DOCUMENT);
        Optional<String> theme = parameters.getSingleParameter(GoalSelection.THEME);
        Optional<Programme> programme =
                document.map(subject::programme).orElseGet(() -> Optional.of(subject.current()));
        Programme chosen = programme.orElseGet(subject::current);
        Optional<String> knownTheme = theme.filter(subject.themes(chosen)::contains);
        unknownChoice.setVisible(programme.isEmpty() || !knownTheme.equals(theme));
        unknownChoice.setText(words.text(
                programme.isEmpty() ? "goals.document.unknown" : "goals.theme.unknown",
                chosen.title().in(words.locale())));
        show(new GoalSelection(chosen, knownTheme));
    }

    private void show(GoalSelection selection) {
        subscription.end();
        known = Optional.empty();
        shown = Optional.of(selection);
        documentFilter.setValue(selection.programme());
        themeFilter.setItems(subject.themes(selection.programme()));
        themeFilter.setValue(selection.theme().orElse(null));
        adoption.setText(adoption(selection.programme()));
        body.removeAll();
        List<GoalItem> all = new ArrayList<>();
        Map<IndicatorId, TargetQuestion> questions = new LinkedHashMap<>();
        subject.entries(selection).forEach((theme, entries) -> {
            body.add(section(theme, entries, all));
            entries.forEach(entry -> subject.indicators(entry)
                    .forEach(indicator -> questions.put(indicator.id(), subject.question(indicator))));
        });
        items = all;
        watch(selection, questions);
    }

    /** 'Vastgesteld door het college op 6 februari 2024 (document).' */
    private String adoption(Programme programme) {
        Programme.Adoption adopted = programme.adoption();
        return adopted.on()
                .map(day -> words.text(
                        "goals.adopted.on",
                        adopted.by(),
                        DateTimeFormatter.ofPattern("d MMMM yyyy", words.locale())
                                .format(day),
                        adopted.document()))
                .orElseGet(() -> words.text("goals.adopted", adopted.by(), adopted.document()));
    }

    private Section section(String theme, List<ProgrammeEntry> entries, List<GoalItem> all) {
        H2 title = new H2(themeName(theme));
        title.setId("thema-" + theme);
        Section section = new Section(title);
        section.addClassName("group");
        section.getElement().setAttribute("aria-labelledby", "thema-" + theme);
        part(
                section,
                "goals.ambitions",
                entries.stream().filter(Ambition.class::isInstance).toList(),
                all);
        part(
                section,
                "goals.criteria",
                entries.stream().filter(SuccessCriterion.class::isInstance).toList(),
                all);
        part(
                section,
                "goals.actions",
                entries.stream().filter(ProgrammeAction.class::isInstance).toList(),
                all);
        return section;
    }

    private void part(Section section, String key, List<ProgrammeEntry> entries, List<GoalItem> all) {
        if (entries.isEmpty()) {
            return;
        }
        YearMonth now = YearMonth.now(clock.withZone(DUTCH_TIME));
        UnorderedList list = new UnorderedList();
        list.addClassName("goal-items");
        for (ProgrammeEntry entry : entries) {
            GoalFigures figures = new GoalFigures(
                    subject.indicators(entry), subject.municipality().code(), entry.id() + "-stand", words);
            GoalItem item = new GoalItem(entry, figures, now, words);
            all.add(item);
            list.add(item);
        }
        section.add(new H3(words.text(key)), list);
    }

    private void watch(GoalSelection selection, Map<IndicatorId, TargetQuestion> asked) {
        FigureRequest request = request(asked);
        subscription = live.watch(
                request, PageDelivery.to(UI.getCurrent(), state -> showIfStill(selection, asked, request, state)));
    }

    /** Everything the page shows, asked at once. */
    private static FigureRequest request(Map<IndicatorId, TargetQuestion> asked) {
        return new FigureRequest(asked.values().stream()
                .flatMap(question -> question.requests().stream())
                .toList());
    }

    private void showIfStill(
            GoalSelection selection, Map<IndicatorId, TargetQuestion> asked, FigureRequest request, FigureState state) {
        if (shown.equals(Optional.of(selection))) {
            notice.show(words, state);
            switch (state) {
                case FigureState.Current(var series, var readAt) -> show(asked, series, new Known(request, readAt));
                case FigureState.Stale(var series, var readAt) -> show(asked, series, new Known(request, readAt));
                // what is wanted can be read without figures
                case FigureState.Loading _, FigureState.Failed _ -> items.forEach(item -> item.show(Map.of()));
            }
        }
    }

    private void show(Map<IndicatorId, TargetQuestion> asked, List<IndicatorSeries> series, Known figures) {
        known = Optional.of(figures);
        Map<IndicatorId, Optional<TargetJudgement>> judgements = new LinkedHashMap<>();
        asked.forEach((id, question) -> judgements.put(id, question.answer(series)));
        items.forEach(item -> item.show(judgements));
    }
}
