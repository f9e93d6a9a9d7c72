package nl.mjpmonitor.dashboard.signals;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.signals.Signal;
import nl.mjpmonitor.warehouse.signals.SignalRule;

/** How signals are named, in the language of one reader. */
final class SignalWords {

    private static final String MOMENT = "laatst";

    private final FigureWords words;
    private final Areas areas;

    SignalWords(FigureWords words, Areas areas) {
        this.words = words;
        this.areas = areas;
    }

    FigureWords words() {
        return words;
    }

    String rule(SignalRule rule) {
        return words.text("signals.rule." + rule.id());
    }

    String state(SignalState state) {
        return words.text("signals.state." + state.word());
    }

    String area(AreaCode code) {
        return areas.find(code).map(Area::name).orElseGet(code::value);
    }

    String sentence(Signal signal) {
        return signal.sentence().in(words.locale());
    }

    /** Name of a figure; one that has none is called as the rule calls it. */
    String figure(String name) {
        return SignalFigure.of(name)
                .map(figure -> words.text("signals.figure." + figure.word()))
                .orElse(name);
    }

    /** A figure as people write it. */
    String value(String name, String value) {
        if (name.equals(MOMENT)) {
            return words.format().moment(Instant.parse(value));
        }
        return Period.parse(value)
                .filter(period -> isPeriod(name))
                .map(period -> period.label(words.locale()))
                .or(() -> number(value))
                .orElse(value);
    }

    private static boolean isPeriod(String name) {
        return name.equals("periode") || name.equals("tot-en-met");
    }

    private Optional<String> number(String value) {
        try {
            return Optional.of(words.format().decimal(new BigDecimal(value)));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }
}
