package nl.mjpmonitor.warehouse.statistics;

import java.util.Locale;

/**
 * An area judged against the others, allowing for its size.
 *
 * @param area the area in the funnel
 */
public record AreaJudgement(FunnelPoint area) implements Judgement {

    @Override
    public Verdict verdict() {
        return area.outside()
                .map(direction -> switch (direction) {
                    case HIGHER -> Verdict.UNUSUALLY_HIGH;
                    case LOWER -> Verdict.UNUSUALLY_LOW;
                })
                .orElse(Verdict.WITHIN_CHANCE);
    }

    @Override
    public String word(Locale locale) {
        return JudgementText.in(locale).word(verdict());
    }

    @Override
    public String sentence(Locale locale) {
        var text = JudgementText.in(locale);
        var normal = area.threeSigma();
        return text.text(
                        normal.lower() == normal.upper() ? "area.single" : "area.counts",
                        text.number(area.area().count()),
                        text.number(normal.lower()),
                        text.number(normal.upper()))
                + " " + text.conclusion(verdict());
    }
}
