package nl.mjpmonitor.dashboard.themes;

import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.casework.ReadableCaseProgress;
import nl.mjpmonitor.dashboard.figures.FigureText;
import nl.mjpmonitor.dashboard.figures.PointMark;
import nl.mjpmonitor.dashboard.figures.RowTable;
import nl.mjpmonitor.warehouse.WarehouseException;
import nl.mjpmonitor.warehouse.casework.OpenStep;
import nl.mjpmonitor.warehouse.casework.StepProgress;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;
import nl.mjpmonitor.warehouse.indicators.ThemeSection;

/**
 * How long open cases are in each step now, against its norm: how many, how many for too long, and for how many days those are. Which cases,
 * is not told. They are read when the page is opened; a warehouse that does not answer leaves a sentence in their place.
 */
final class StagnationPanel extends ThemePanel {

    /** @param indicators those that count the stagnation of the steps to show */
    StagnationPanel(ThemeSection section, String text, List<Indicator> indicators, Scene scene) {
        super(section.id(), section.title().in(scene.words().locale()), text, indicators, scene);
        Paragraph finding = new Paragraph();
        finding.addClassName("finding");
        finding.getElement().setAttribute("data-testid", section.id() + "-bevinding");
        Optional<List<StepProgress>> known = read(indicators);
        if (known.isEmpty()) {
            finding.setText(words().text("state.failed"));
            compose(finding);
            return;
        }
        long late = known.get().stream().mapToLong(StepProgress::stagnating).sum();
        long open = known.get().stream().mapToLong(step -> step.open().size()).sum();
        finding.setText(words().text(
                        "stagnation.finding",
                        words().format().count(late),
                        words().format().count(open)));
        RowTable table = new RowTable(
                words().text("stagnation.caption"),
                List.of(
                        RowTable.Column.text(words().text("lead.what")),
                        RowTable.Column.figure(words().text("stagnation.norm")),
                        RowTable.Column.figure(words().text("stagnation.open")),
                        RowTable.Column.figure(words().text("stagnation.late")),
                        RowTable.Column.figure(words().text("stagnation.longest")),
                        RowTable.Column.text(words().text("stagnation.days"))));
        table.getElement().setAttribute("data-testid", section.id() + "-tabel");
        table.show(known.get().stream().map(this::row).toList());
        table.setVisible(!known.get().isEmpty());
        compose(finding, scrollable(table));
    }

    /** Asked while the page is made: on behalf of its reader. */
    private Optional<List<StepProgress>> read(List<Indicator> indicators) {
        try {
            return Optional.of(scene().detections().cases().openSteps().stream()
                    .filter(step -> indicators.stream()
                            .anyMatch(indicator -> indicator.id().equals(ReadableCaseProgress.stagnation(step.step()))))
                    .toList());
        } catch (WarehouseException away) {
            return Optional.empty();
        }
    }

    private RowTable.Row row(StepProgress step) {
        String late = step.open().stream()
                .filter(OpenStep::isStagnating)
                .map(OpenStep::ageDays)
                .map(days -> words().format().count(days))
                .collect(Collectors.joining(", "));
        return RowTable.Row.of(
                step.step().toUpperCase(Locale.ROOT),
                List.of(
                        figure(step.normDays()),
                        figure(step.open().size()),
                        figure(step.stagnating()),
                        step.open().isEmpty()
                                ? RowTable.Cell.text(words().text("figure.not-applicable"))
                                : figure(step.open().getFirst().ageDays()),
                        RowTable.Cell.text(late.isEmpty() ? words().text("stagnation.days.none") : late)));
    }

    private RowTable.Cell figure(long number) {
        return RowTable.Cell.figure(
                new FigureText(words().format().count(number), FigureText.Tone.NUMBER).writing(number), Set.of());
    }

    @Override
    Stream<SeriesRequest> requests() {
        return Stream.empty();
    }

    @Override
    Set<PointMark> show(Figures figures, boolean isNews) {
        return Set.of();
    }
}
