package nl.mjpmonitor.warehouse.aliases;

import java.util.Locale;

/** What an alias stands for. */
public enum AliasKind {
    /** A kind of offence of the public code list, such as 1.2.1. */
    OFFENCE_KIND,
    /** A kind of nuisance of the public code list, such as E33. */
    NUISANCE_KIND,
    /** A term of the programme. */
    TERM;

    /** As files and the database write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
