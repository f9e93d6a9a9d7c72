package nl.mjpmonitor.dashboard.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import nl.mjpmonitor.warehouse.hotspots.Hotspot;
import nl.mjpmonitor.warehouse.hotspots.HotspotCasework;
import nl.mjpmonitor.warehouse.hotspots.HotspotState;
import nl.mjpmonitor.warehouse.hotspots.NuisanceCategory;
import org.jspecify.annotations.Nullable;

/** One potential hotspot. */
@Schema(name = "Hotspot", description = "Een plek waar overlastmeldingen zich herhalen")
record HotspotAnswer(
        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "Altijd hetzelfde voor dezelfde plek; zegt niet welke plek het is",
                example = "hs-0a1b2c3d4e5f6071")
        String id,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "Buurt van de nieuwste melding",
                example = "BU09350006")
        String gebied,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                allowableValues = {"personen", "drugs", "beide"})
        String soort,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                allowableValues = {"open", "koelt-af", "gesloten"})
        String toestand,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Dag sinds wanneer de toestand zo is")
        LocalDate sinds,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "Meldingen in het venster bij de laatste wijziging")
        int meldingen,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Verschillende dagen van die meldingen")
        int dagen,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "Lengte van het venster in dagen",
                example = "28")
        int venster,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "Dag waarop de plek voor het laatst openging")
        LocalDate geopendOp,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Hoe vaak de plek openging")
        int keren,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                types = {"string", "null"},
                description = "Dag waarop de plek sluit als er geen melding bijkomt; null als ze al gesloten is")
        @Nullable LocalDate sluitOp,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Waarom de plek zo staat, in gewone taal")
        String waarom,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                types = {"object", "null"},
                description = "Wat de aanpak van de plek heeft gemaakt; null als de plek daar niet bekend is")
        @Nullable Aanpak aanpak,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Moment waarop het datawarehouse dit wist")
        Instant bekendOp) {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    private static final Map<String, String> STATUSES = Map.of(
            "potential", "mogelijk",
            "identified", "vastgesteld",
            "plan", "plan-van-aanpak",
            "monitoring", "in-de-gaten-gehouden",
            "stopped", "gestopt",
            "manageable", "beheersbaar",
            "running", "loopt-nog",
            "dismissed", "afgewezen");

    /** What casework made of it. */
    @Schema(name = "HotspotAanpak", description = "Wat de aanpak van de plek heeft gemaakt")
    record Aanpak(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {
                        "mogelijk",
                        "vastgesteld",
                        "plan-van-aanpak",
                        "in-de-gaten-gehouden",
                        "gestopt",
                        "beheersbaar",
                        "loopt-nog",
                        "afgewezen"
                    })
            String status,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    types = {"string", "null"},
                    example = "veiligheid")
            @Nullable String uitkomst,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    types = {"string", "null"},
                    example = "oov")
            @Nullable String regie,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"openbare-ruimte", "woning"})
            String oorsprong) {

        static Aanpak of(HotspotCasework casework) {
            return new Aanpak(
                    STATUSES.getOrDefault(casework.status(), casework.status()),
                    casework.outcome().orElse(null),
                    casework.lead().orElse(null),
                    casework.origin().equals("dwelling") ? "woning" : "openbare-ruimte");
        }
    }

    static HotspotAnswer of(Hotspot hotspot) {
        return new HotspotAnswer(
                hotspot.id(),
                hotspot.area().value(),
                category(hotspot.category()),
                state(hotspot.state()),
                hotspot.since(),
                hotspot.reports(),
                hotspot.days(),
                hotspot.windowDays(),
                hotspot.openedOn(),
                hotspot.openings(),
                hotspot.closesOn().orElse(null),
                hotspot.why(DUTCH),
                hotspot.casework().map(Aanpak::of).orElse(null),
                hotspot.knownAt());
    }

    private static String category(NuisanceCategory category) {
        return switch (category) {
            case PERSONS -> "personen";
            case DRUGS -> "drugs";
            case BOTH -> "beide";
        };
    }

    private static String state(HotspotState state) {
        return switch (state) {
            case OPEN -> "open";
            case COOLING -> "koelt-af";
            case CLOSED -> "gesloten";
        };
    }
}
