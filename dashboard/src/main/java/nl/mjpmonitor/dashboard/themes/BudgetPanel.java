package nl.mjpmonitor.dashboard.themes;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.figures.PointMark;
import nl.mjpmonitor.dashboard.figures.RowTable;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;
import nl.mjpmonitor.warehouse.indicators.ThemeSection;
import nl.mjpmonitor.warehouse.periods.Period;

/**
 * Grants and what was spent of them. An amount belongs to a scheme and its term, so every scheme has a table of its own: amounts of
 * two schemes never stand in one series, and nothing is called a rise or a cut.
 */
final class BudgetPanel extends ThemePanel {

    private final transient List<Scheme> schemes;
    private final transient List<RowTable> tables = new ArrayList<>();

    /** A grant, with what was spent of it. */
    private record Scheme(Indicator awarded, Optional<Indicator> spent) {}

    BudgetPanel(ThemeSection section, String text, List<Indicator> indicators, Scene scene) {
        super(section.id(), section.title().in(scene.words().locale()), text, indicators, scene);
        this.schemes = indicators.stream()
                .filter(indicator -> !section.origins().containsKey(indicator.id()))
                .map(awarded -> new Scheme(
                        awarded,
                        indicators.stream()
                                .filter(other ->
                                        awarded.id().equals(section.origins().get(other.id())))
                                .findFirst()))
                .toList();
        Div all = new Div();
        all.addClassName("schemes");
        schemes.forEach(scheme -> {
            RowTable table = new RowTable(
                    words().text("budget.caption", scene.name(scheme.awarded())),
                    List.of(
                            RowTable.Column.text(words().text("budget.year")),
                            RowTable.Column.figure(words().text("budget.awarded")),
                            RowTable.Column.figure(words().text("budget.spent")),
                            RowTable.Column.text(words().text("budget.bar"))));
            table.addClassName("budget-table");
            table.getElement()
                    .setAttribute("data-testid", "regeling-" + scheme.awarded().id());
            tables.add(table);
            Paragraph term = new Paragraph(term(scheme.awarded()));
            term.addClassName("secondary");
            Div block = new Div(
                    new H3(scene.link(scheme.awarded())), term, scrollable(table, scene.name(scheme.awarded())));
            block.addClassName("scheme");
            all.add(block);
        });
        compose(all);
    }

    /** What the catalogue says of the scheme's term. */
    private String term(Indicator awarded) {
        return awarded.versions().getLast().note().in(words().locale());
    }

    /** The years of a scheme up to this one. */
    private List<Integer> years(Indicator awarded) {
        int first = awarded.definedFrom().getYear();
        int last = awarded.versions().getLast().to().map(YearMonth::getYear).orElse(now());
        return IntStream.rangeClosed(first, Math.min(last, now())).boxed().toList();
    }

    private int now() {
        return scene().periods().lastMonth().getYear();
    }

    /** Spending of this year is known up to the last month. */
    private Period spending(int year) {
        return ThemePeriods.asPeriod(year, scene().periods().lastMonth());
    }

    @Override
    Stream<SeriesRequest> requests() {
        return schemes.stream()
                .filter(scheme -> !years(scheme.awarded()).isEmpty())
                .flatMap(scheme -> Stream.concat(
                        Stream.of(awards(scheme)),
                        scheme.spent().stream()
                                .map(scene()::about)
                                .flatMap(question -> Stream.of(question.years(), question.yearsToDate()))));
    }

    private SeriesRequest awards(Scheme scheme) {
        List<Integer> years = years(scheme.awarded());
        return scene().about(scheme.awarded()).between(Period.year(years.getFirst()), Period.year(years.getLast()));
    }

    @Override
    Set<PointMark> show(Figures figures, boolean isNews) {
        Set<PointMark> marks = EnumSet.noneOf(PointMark.class);
        double largest = schemes.stream()
                .flatMap(scheme -> years(scheme.awarded()).stream()
                        .map(year -> figures.point(scheme.awarded(), scene().area(), Period.year(year))))
                .flatMapToDouble(point -> FigureWords.number(point.value()).stream())
                .max()
                .orElse(0);
        for (int i = 0; i < schemes.size(); i++) {
            Scheme scheme = schemes.get(i);
            tables.get(i)
                    .show(years(scheme.awarded()).stream()
                            .map(year -> row(scheme, year, figures, largest, marks))
                            .toList());
        }
        return marks;
    }

    private RowTable.Row row(Scheme scheme, int year, Figures figures, double largest, Set<PointMark> marks) {
        IndicatorPoint awarded = figures.point(scheme.awarded(), scene().area(), Period.year(year));
        Optional<IndicatorPoint> spent =
                scheme.spent().map(indicator -> figures.point(indicator, scene().area(), spending(year)));
        RowTable.Cell spentCell = spent.map(point -> cell(scheme, point, "besteed", marks))
                .orElseGet(() -> RowTable.Cell.text(words().text("figure.unknown")));
        return RowTable.Row.of(
                spending(year).label(words().locale()),
                List.of(
                        cell(scheme, awarded, "toegekend", marks),
                        spentCell,
                        RowTable.Cell.of(bar(awarded, spent, largest))));
    }

    private RowTable.Cell cell(Scheme scheme, IndicatorPoint point, String what, Set<PointMark> marks) {
        Set<PointMark> own = PointMark.of(point);
        marks.addAll(own);
        return RowTable.Cell.figure(words().value(point.value()), own)
                .named(scheme.awarded().id() + "-" + point.period().label() + "-" + what);
    }

    /** What was awarded in outline, with what was spent of it in full. */
    private static Div bar(IndicatorPoint awarded, Optional<IndicatorPoint> spent, double largest) {
        Div track = new Div();
        track.addClassName("budget-track");
        track.getElement().setAttribute("aria-hidden", "true");
        OptionalDouble amount = FigureWords.number(awarded.value());
        if (amount.isPresent() && largest > 0) {
            Div whole = new Div();
            whole.addClassName("budget-whole");
            whole.getStyle().set("inline-size", percent(amount.getAsDouble() / largest));
            spent.map(point -> FigureWords.number(point.value()))
                    .filter(OptionalDouble::isPresent)
                    .ifPresent(used -> {
                        Div part = new Div();
                        part.addClassName("budget-part");
                        double share = amount.getAsDouble() == 0 ? 0 : used.getAsDouble() / amount.getAsDouble();
                        part.getStyle().set("inline-size", percent(Math.clamp(share, 0, 1)));
                        whole.add(part);
                    });
            track.add(whole);
        }
        return track;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }
}
