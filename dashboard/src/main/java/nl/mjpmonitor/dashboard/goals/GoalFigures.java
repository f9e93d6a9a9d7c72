package nl.mjpmonitor.dashboard.goals;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.dashboard.figures.FigureLink;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.figures.Shown;
import nl.mjpmonitor.dashboard.figures.TargetMark;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.targets.TargetJudgement;

/** The figures about one goal: how it stands with the target of each, and what they say together. */
final class GoalFigures extends Div {

    private record Line(Span target, TargetMark mark, Paragraph reason) {}

    private final transient FigureWords words;
    private final TargetMark together = new TargetMark();
    private final Paragraph reason = new Paragraph();
    private final transient Map<Indicator, Line> lines = new LinkedHashMap<>();
    private final transient Shown<List<Optional<TargetJudgement>>> shown = new Shown<>();

    /**
     * @param testId names the light of the goal for tests
     */
    GoalFigures(List<Indicator> indicators, AreaCode area, String testId, FigureWords words) {
        this.words = words;
        addClassName("goal-figures");
        together.getElement().setAttribute("data-testid", testId);
        Div light = new Div(together, reason);
        light.addClassName("goal-light");
        add(light);
        if (indicators.isEmpty()) {
            reason.setText(words.text("goals.no-figures"));
        } else {
            UnorderedList list = new UnorderedList();
            list.addClassName("goal-list");
            indicators.forEach(indicator -> list.add(item(indicator, area)));
            add(list);
        }
    }

    private ListItem item(Indicator indicator, AreaCode area) {
        Line line = new Line(new Span(indicator.target().text().in(words.locale())), new TargetMark(), new Paragraph());
        lines.put(indicator, line);
        line.target().addClassName("goal-target");
        line.reason().addClassName("goal-reason");
        return new ListItem(
                new FigureLink(indicator.id(), area, indicator.name().in(words.locale())),
                line.target(),
                line.mark(),
                line.reason());
    }

    /** Shows the judgements of the figures that have a target. */
    void show(Map<IndicatorId, Optional<TargetJudgement>> judgements) {
        List<Optional<TargetJudgement>> own = lines.keySet().stream()
                .map(indicator -> judgements.getOrDefault(indicator.id(), Optional.empty()))
                .toList();
        shown.ifOther(own, () -> put(judgements));
    }

    private void put(Map<IndicatorId, Optional<TargetJudgement>> judgements) {
        List<TargetJudgement> said = new ArrayList<>();
        lines.forEach((indicator, line) -> {
            Optional<TargetJudgement> judgement = judgements.getOrDefault(indicator.id(), Optional.empty());
            line.mark().setVisible(judgement.isPresent());
            line.reason().setVisible(judgement.isPresent());
            judgement.ifPresent(one -> {
                said.add(one);
                line.mark().show(one.verdict(), words.locale());
                line.reason().setText(one.reason().in(words.locale()));
            });
        });
        if (!lines.isEmpty()) {
            Optional<TargetJudgement> all = TargetJudgement.together(said);
            together.setVisible(all.isPresent());
            all.ifPresent(one -> together.show(one.verdict(), words.locale()));
            // of one figure the reason stands beside it already
            reason.setText(all.map(one -> said.size() == 1 ? "" : one.reason().in(words.locale()))
                    .orElseGet(() -> words.text("goals.no-target")));
            reason.setVisible(!reason.getText().isEmpty());
        }
    }
}
