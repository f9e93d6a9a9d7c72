package nl.mjpmonitor.dashboard.areas;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.mjpmonitor.dashboard.figures.Favour;
import nl.mjpmonitor.dashboard.figures.FigureText;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.figures.JudgementMark;
import nl.mjpmonitor.dashboard.figures.OutcomeWords;
import nl.mjpmonitor.dashboard.figures.PointMark;
import nl.mjpmonitor.dashboard.figures.RowTable;
import nl.mjpmonitor.dashboard.indicator.IndicatorLinks;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.Inhabitants;
import nl.mjpmonitor.warehouse.comparisons.ChangeComparison;
import nl.mjpmonitor.warehouse.comparisons.InhabitantRate;
import nl.mjpmonitor.warehouse.comparisons.PeriodComparator;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;

/** One area: who live there, and its most important figures beside last year's and the municipality's. */
final class ProfileSection extends Section {

    private final transient FigureWords words;
    private final transient OutcomeWords outcomes;
    private final transient AreasSubject subject;
    private final H2 title = new H2();
    private final Paragraph inhabitants = new Paragraph();
    private final Paragraph place = new Paragraph();
    private final Paragraph warning = new Paragraph();
    private final Paragraph demonstration = new Paragraph();
    private final Div tableBox = new Div();
    private final Paragraph key = new Paragraph();

    ProfileSection(AreasSubject subject, FigureWords words) {
        this.subject = subject;
        this.words = words;
        this.outcomes = new OutcomeWords(words);
        addClassName("profile");
        getElement().setAttribute("aria-labelledby", "kop-profiel");
        title.setId("kop-profiel");
        inhabitants.getElement().setAttribute("data-testid", "inwoners");
        place.addClassName("finding");
        warning.addClassName("unknown-choice");
        warning.getElement().setAttribute("data-testid", "weinig-inwoners");
        warning.setText(words.text("areas.small"));
        demonstration.addClassName("remarks");
        demonstration.setText(words.text("areas.demonstration"));
        key.addClassNames("remarks", "mark-key");
        add(title, inhabitants, warning, demonstration, place, tableBox, key);
    }

    /**
     * Shows an area.
     *
     * @param indicators what stands in the profile
     * @param municipality the municipality and its inhabitants, to compare with
     * @param sentence its place among the others in words; empty when it has none
     */
    void show(
            Area area,
            int year,
            List<Indicator> indicators,
            Area municipality,
            AreaFigures figures,
            Optional<String> sentence) {
        title.setText(words.text("areas.profile", area.name()));
        Optional<Inhabitants> count = subject.inhabitants(area, year);
        inhabitants.setText(count.map(known -> words.inhabitants(known) + ".")
                .orElseGet(() -> words.text("areas.inhabitants.none")));
        warning.setVisible(count.filter(Inhabitants::isSmall).isPresent());
        demonstration.setVisible(area.isDemonstration());
        place.setText(sentence.orElse(""));
        place.setVisible(sentence.isPresent());
        Set<PointMark> marks = EnumSet.noneOf(PointMark.class);
        List<RowTable.Row> rows = new ArrayList<>();
        for (Indicator indicator : indicators) {
            figures.of(indicator, area, year).ifPresent(point -> {
                marks.addAll(PointMark.of(point));
                rows.add(row(
                        indicator,
                        area,
                        point,
                        figures.of(indicator, area, year - 1),
                        figures.of(indicator, municipality, year)
                                .flatMap(whole -> subject.inhabitants(municipality, year)
                                        .map(people -> outcomes.amount(
                                                InhabitantRate.of(whole, people).outcome())))));
            });
        }
        RowTable table = new RowTable(
                words.text("areas.profile.caption", area.name(), Integer.toString(year)),
                List.of(
                        RowTable.Column.text(words.text("table.indicator")),
                        RowTable.Column.figure(Integer.toString(year - 1)),
                        RowTable.Column.figure(Integer.toString(year)),
                        RowTable.Column.figure(words.text("comparison.difference")),
                        RowTable.Column.text(words.text("table.judgement")),
                        RowTable.Column.figure(words.text("rate.rate")),
                        RowTable.Column.figure(words.text("areas.municipality.rate"))));
        table.show(rows);
        tableBox.removeAll();
        tableBox.add(table.inBox(words.text("table.box", title.getText())));
        tableBox.setVisible(!rows.isEmpty());
        key.setText(marks.stream()
                .map(each -> each.letter() + " = " + words.text(each.textKey()))
                .collect(Collectors.joining(" · ")));
        key.setVisible(!marks.isEmpty());
    }

    private RowTable.Row row(
            Indicator indicator,
            Area area,
            IndicatorPoint now,
            Optional<IndicatorPoint> before,
            Optional<FigureText> municipality) {
        FigureText rate = subject.inhabitants(area, now.period().year())
                .map(count -> outcomes.amount(InhabitantRate.of(now, count).outcome()))
                .orElseGet(() -> words.value(new IndicatorValue.Unknown()));
        Optional<ChangeComparison> change = before.map(earlier -> new PeriodComparator(indicator).change(earlier, now));
        JudgementMark mark = new JudgementMark();
        change.ifPresent(compared -> mark.show(
                compared.judgement(),
                Favour.of(indicator.direction(), compared.judgement().verdict()),
                words));
        return new RowTable.Row(
                IndicatorLinks.link(indicator.name().in(words.locale()), indicator.id(), area.code()),
                List.of(
                        before.map(point -> RowTable.Cell.figure(words.value(point.value()), PointMark.of(point)))
                                .orElseGet(() -> RowTable.Cell.text(words.text("figure.not-applicable"))),
                        RowTable.Cell.figure(words.value(now.value()), PointMark.of(now))
                                .named("profiel-" + indicator.id()),
                        change.map(compared ->
                                        RowTable.Cell.figure(outcomes.change(indicator, compared.outcome()), Set.of()))
                                .orElseGet(() -> RowTable.Cell.text(words.text("figure.not-applicable"))),
                        RowTable.Cell.of(mark),
                        RowTable.Cell.figure(rate, Set.of()),
                        municipality
                                .map(text -> RowTable.Cell.figure(text, Set.of()))
                                .orElseGet(() -> RowTable.Cell.text(words.text("figure.not-applicable")))),
                false);
    }
}
