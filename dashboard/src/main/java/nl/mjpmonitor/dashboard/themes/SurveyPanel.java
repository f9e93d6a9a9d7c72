package nl.mjpmonitor.dashboard.themes;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.figures.Favour;
import nl.mjpmonitor.dashboard.figures.JudgementMark;
import nl.mjpmonitor.dashboard.figures.PointMark;
import nl.mjpmonitor.dashboard.figures.RowTable;
import nl.mjpmonitor.dashboard.figures.SurveyChart;
import nl.mjpmonitor.warehouse.comparisons.SurveyComparator;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;
import nl.mjpmonitor.warehouse.indicators.ThemeSection;
import nl.mjpmonitor.warehouse.indicators.Unit;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.statistics.Judgement;

/** Results of surveys, each question on its own, with margins in chart and table. A difference within the margins is said to be none. */
final class SurveyPanel extends ThemePanel {

    private static final int FIRST_SURVEY = 2012;

    private final transient Map<Indicator, Question> questions = new LinkedHashMap<>();

    /** One question of the survey with what shows it. */
    private record Question(Paragraph finding, SurveyChart chart, RowTable table, Paragraph missing) {}

    SurveyPanel(ThemeSection section, String text, List<Indicator> indicators, Scene scene) {
        super(section.id(), section.title().in(scene.words().locale()), text, indicators, scene);
        Div all = new Div();
        all.addClassName("survey-questions");
        indicators.forEach(indicator -> {
            Question question = new Question(
                    new Paragraph(),
                    new SurveyChart(words(), indicator.unit() != Unit.CIJFER),
                    new RowTable(
                            words().text(
                                            "survey.caption",
                                            words().nameWithUnit(scene.name(indicator), indicator.unit())),
                            List.of(
                                    RowTable.Column.text(words().text("survey.year")),
                                    RowTable.Column.figure(words().text("survey.result")),
                                    RowTable.Column.figure(words().text("survey.margin")),
                                    RowTable.Column.text(words().text("survey.change")))),
                    new Paragraph(words().text("survey.missing")));
            question.finding().addClassName("finding");
            question.finding().getElement().setAttribute("data-testid", "onderzoek-" + indicator.id());
            question.table().addClassName("dense");
            question.table().getElement().setAttribute("data-testid", "onderzoek-tabel-" + indicator.id());
            question.missing().addClassName("chart-missing");
            questions.put(indicator, question);
            Div block =
                    new Div(new H3(scene.link(indicator)), question.finding(), question.missing(), question.chart());
            if (indicator.unit() == Unit.CIJFER) {
                Paragraph aboutScale = new Paragraph(words().text("survey.scale"));
                aboutScale.addClassName("remarks");
                block.add(aboutScale);
            }
            block.add(scrollable(question.table(), scene.name(indicator)));
            block.addClassName("survey-question");
            all.add(block);
        });
        compose(all);
    }

    @Override
    Stream<SeriesRequest> requests() {
        return questions.keySet().stream()
                .map(indicator -> scene().about(indicator).between(years().getFirst(), years().getLast()));
    }

    /** From the first survey on; last year's may be out already, this year's not yet. */
    private List<Period> years() {
        return Period.range(Period.year(FIRST_SURVEY), scene().periods().lastYear());
    }

    @Override
    Set<PointMark> show(Figures figures, boolean isNews) {
        Set<PointMark> marks = EnumSet.noneOf(PointMark.class);
        questions.forEach((indicator, question) -> {
            List<IndicatorPoint> points = figures.points(indicator, scene().area(), years());
            List<SurveyComparator.Result> results = new SurveyComparator(indicator).results(points);
            results.forEach(result -> marks.addAll(PointMark.of(result.point())));
            boolean isKnown = !results.isEmpty();
            question.chart().setVisible(isKnown);
            question.table().setVisible(isKnown);
            question.missing().setVisible(!isKnown);
            String saying = isKnown ? finding(results.getLast()) : "";
            question.finding().setText(saying);
            question.finding().setVisible(isKnown);
            if (isKnown) {
                question.chart().show(points, words().text("survey.description", scene().name(indicator), saying));
            }
            question.table()
                    .show(results.reversed().stream()
                            .map(result -> row(indicator, result))
                            .toList());
        });
        return marks;
    }

    private String finding(SurveyComparator.Result last) {
        String value = words().value(last.point().value()).text();
        String year = last.point().period().label();
        return last.judgement()
                .map(judgement -> words().text(
                                "survey.finding",
                                value,
                                year,
                                last.earlier()
                                        .map(point -> point.period().label())
                                        .orElse(""),
                                judgement.sentence(words().locale())))
                .orElseGet(() -> words().text("finding.value", value, year));
    }

    private RowTable.Row row(Indicator indicator, SurveyComparator.Result result) {
        IndicatorPoint point = result.point();
        return RowTable.Row.of(
                point.period().label(),
                List.of(
                        RowTable.Cell.figure(words().value(point.value()), PointMark.of(point))
                                .named("onderzoek-" + indicator.id() + "-"
                                        + point.period().label()),
                        RowTable.Cell.text(margin(point)),
                        change(indicator, result)));
    }

    private String margin(IndicatorPoint point) {
        return point.marks()
                .margin()
                .map(margin -> words().text(
                                "survey.margin.range",
                                words().format().decimal(margin.lower()),
                                words().format().decimal(margin.upper())))
                .orElseGet(() -> words().text("survey.margin.none"));
    }

    private RowTable.Cell change(Indicator indicator, SurveyComparator.Result result) {
        Optional<Judgement> judgement = result.judgement();
        if (judgement.isEmpty()) {
            return RowTable.Cell.text(words().text("survey.first"));
        }
        JudgementMark mark = new JudgementMark();
        mark.show(
                judgement.get(),
                Favour.of(indicator.direction(), judgement.get().verdict()),
                words());
        return RowTable.Cell.of(mark);
    }
}
