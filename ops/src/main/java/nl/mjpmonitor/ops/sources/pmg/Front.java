package nl.mjpmonitor.ops.sources.pmg;

import java.util.Locale;

/** The four fronts of the programme. */
enum Front {
    COOPERATION("Samenwerken (zicht op elkaar)", "programme_manager"),
    INFORMATION_POSITION("Informatiepositie (zicht op de doelgroep)", "information_coordinator"),
    STREET_PRESENCE("Fysieke kracht op straat", "street_coordinator"),
    INTERVENTIONS("Tastbare interventies", "intervention_coordinator");

    private final String dutchName;
    private final String ownerRole;

    Front(String dutchName, String ownerRole) {
        this.dutchName = dutchName;
        this.ownerRole = ownerRole;
    }

    String dutchName() {
        return dutchName;
    }

    /** The role that answers for it. */
    String ownerRole() {
        return ownerRole;
    }

    /** As the database writes it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
