package nl.mjpmonitor.dashboard.signals;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The figures of the rules that have a name on the screen. */
enum SignalFigure {
    AANTAL,
    BOVENGRENS,
    CATEGORIE,
    DAGEN,
    DOEL,
    GEMIDDELDE,
    GRENS,
    GRENS_REGEL,
    KANS,
    LAATST,
    MAANDEN,
    MELDINGEN,
    MINUTEN,
    NORM,
    ONDERGRENS,
    PERIODE,
    SOORT,
    STAP,
    TOT_EN_MET,
    VENSTER,
    VERWACHT,
    ZEKERHEID;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<SignalFigure> of(String word) {
        return Arrays.stream(values())
                .filter(figure -> figure.word().equals(word))
                .findFirst();
    }
}
