package nl.mjpmonitor.dashboard.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.mjpmonitor.dashboard.signals.SignalAct;
import nl.mjpmonitor.dashboard.signals.SignalEntry;
import org.jspecify.annotations.Nullable;

/** A signal, and what people did with it. */
@Schema(
        name = "Signaal",
        description = "Iets in de cijfers dat opvalt. Gaat over gebieden en aantallen, nooit over personen.")
record SignalAnswer(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String id,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "maand-buiten-grenzen")
        String regel,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "woninginbraak")
        String onderwerp,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "GM0935")
        String gebied,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                types = {"string", "null"},
                example = "2026-10")
        @Nullable String periode,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                allowableValues = {"nieuw", "gezien", "toegelicht", "gesloten", "voorbij"})
        String toestand,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Wat het signaal zegt")
        String zin,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "De cijfers achter de zin, als tekst")
        Map<String, String> cijfers,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Instant geopendOp,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                types = {"string", "null"})
        @Nullable Instant voorbijOp,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "Geef dit mee als u iets met het signaal doet")
        int versie,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Wat mensen ermee deden, het oudste eerst")
        List<Act> handelingen) {

    /** Something that somebody did. */
    @Schema(name = "SignaalHandeling")
    record Act(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            int nummer,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"gezien", "toelichting", "gesloten"})
            String soort,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String tekst,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String rol,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            Instant moment) {

        static Act of(SignalAct act) {
            return new Act(
                    act.number(),
                    act.kind().word(),
                    act.text(),
                    act.authorRole().word(),
                    act.actedAt());
        }
    }

    static SignalAnswer of(SignalEntry entry) {
        return new SignalAnswer(
                entry.signal().id().value(),
                entry.signal().rule().id(),
                entry.signal().subject(),
                entry.signal().area().value(),
                entry.signal().period().isEmpty() ? null : entry.signal().period(),
                entry.state().word(),
                entry.signal().sentence().nl(),
                entry.signal().figures(),
                entry.signal().openedAt(),
                entry.signal().overAt().orElse(null),
                entry.version(),
                entry.acts().stream().map(Act::of).toList());
    }
}
