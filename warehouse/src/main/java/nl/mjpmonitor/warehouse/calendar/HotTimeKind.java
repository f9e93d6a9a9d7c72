package nl.mjpmonitor.warehouse.calendar;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a time is hot: more people or fewer eyes on the street than usual. */
public enum HotTimeKind {
    /** Sunday to Tuesday before Ash Wednesday. */
    CARNAVAL,
    /** Opening of the season of carnival, 11 November. */
    ELFDE_VAN_DE_ELFDE,
    KERMIS,
    MAGISCH_MAASTRICHT,
    /** Concerts of André Rieu on the Vrijthof. */
    RIEU,
    /** October to March, when more homes are broken into. */
    DONKERE_MAANDEN,
    /** School holidays of the south; not packaged, a municipality adds them itself. */
    SCHOOLVAKANTIE;

    /** As files, the database and the API write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<HotTimeKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
