package nl.mjpmonitor.dashboard.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.catalogue.LocalizedText;
import nl.mjpmonitor.warehouse.indicators.DefinitionVersion;
import nl.mjpmonitor.warehouse.indicators.Disclosure;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.indicators.Measure;
import nl.mjpmonitor.warehouse.indicators.SourceNote;
import nl.mjpmonitor.warehouse.indicators.Target;
import org.jspecify.annotations.Nullable;

/** One indicator of the catalogue, with its whole definition. */
@Schema(name = "Indicator", description = "Een indicator met zijn definitie")
record IndicatorAnswer(
        @Schema(example = "woninginbraak", requiredMode = Schema.RequiredMode.REQUIRED)
        String id,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String naam,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String thema,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String groep,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String definitie,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "aantal")
        String eenheid,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Bronsysteem")
        String bron,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String eigenaar,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Maat maat,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Soorten gebied")
        List<String> gebieden,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Lengtes van een periode")
        List<String> korrels,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                allowableValues = {"lager-is-gunstig", "hoger-is-gunstig", "zonder-richting"})
        String richting,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Doel doel,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String vertrouwelijkheid,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Afscherming afscherming,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Andere namen")
        List<String> aliassen,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Het aantal per 10.000 inwoners zegt iets")
        boolean perInwoners,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Aantal nieuwste maanden die nog wijzigen")
        int voorlopigeMaanden,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Gemarkeerde jaren, zoals coronajaren")
        List<Integer> bijzondereJaren,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<Versie> versies,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "Maanden waarmee een andere definitie begint; een reeks loopt er niet overheen")
        List<String> breuken,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<Bronnotitie> bronnotities) {

    /** What is counted, and how. */
    @Schema(description = "Wat er wordt geteld, en hoe")
    record Maat(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"telling", "unieke-telling", "doorlooptijd", "stand", "verhouding"})
            String soort,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    types = {"string", "null"},
                    description = "Wat er geteld wordt; null bij een verhouding",
                    example = "ondermijning.case-step")
            @Nullable String feit,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    types = {"string", "null"},
                    description = "Indicator die gedeeld wordt; null als het geen verhouding is")
            @Nullable String teller,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    types = {"string", "null"},
                    description = "Indicator waardoor gedeeld wordt; null als het geen verhouding is")
            @Nullable String noemer) {

        static Maat of(Measure measure) {
            String kind = ApiWords.measure(measure);
            return measure instanceof Measure.Ratio(IndicatorId of, IndicatorId to, int _)
                    ? new Maat(kind, null, of.value(), to.value())
                    : new Maat(
                            kind,
                            measure.source()
                                    .map(rows -> rows.fact().id().toString())
                                    .orElse(null),
                            null,
                            null);
        }
    }

    /** What the programme aims at. */
    @Schema(description = "Wat het programma nastreeft")
    record Doel(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"richting", "norm", "mijlpaal", "criterium", "geen"})
            String soort,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String tekst,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    types = {"string", "null"},
                    description = "Bij een richting: omlaag, omhoog of gelijk")
            @Nullable String richting,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    types = {"string", "null"},
                    description = "Bij een norm: ten-minste of ten-hoogste")
            @Nullable String vergelijking,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    types = {"number", "null"},
                    description = "Bij een norm: de waarde")
            @Nullable BigDecimal waarde,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    types = {"string", "null"},
                    description = "Bij een norm: de periode; bij een mijlpaal: de maand waarin het klaar is")
            @Nullable String periode) {

        static Doel of(Target target) {
            String kind = ApiWords.target(target);
            String text = target.text().nl();
            return switch (target) {
                case Target.Heading(Target.Way way, LocalizedText _) ->
                    new Doel(kind, text, ApiWords.way(way), null, null, null);
                case Target.Norm(Target.Comparison comparison, BigDecimal value, String period, LocalizedText _) ->
                    new Doel(kind, text, null, ApiWords.comparison(comparison), value, period);
                case Target.Milestone(YearMonth by, LocalizedText _) ->
                    new Doel(kind, text, null, null, null, by.toString());
                case Target.Criterion _, Target.None _ -> new Doel(kind, text, null, null, null, null);
            };
        }
    }

    /** Which small numbers are withheld. */
    @Schema(description = "Welke kleine aantallen niet worden gegeven")
    record Afscherming(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "Aantallen van 1 tot dit getal worden niet gegeven; 0: alles wordt gegeven")
            int onder,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "Waar de gemeente het cijfer zelf publiceerde")
            List<Uitzondering> uitgezonderd) {

        static Afscherming of(Disclosure disclosure) {
            return new Afscherming(
                    disclosure.below(),
                    disclosure.exempt().stream()
                            .sorted(Comparator.comparing(Disclosure.Level::area)
                                    .thenComparing(Disclosure.Level::period))
                            .map(level -> new Uitzondering(level.area().word(), ApiWords.grain(level.period())))
                            .toList());
        }
    }

    /** A level at which nothing is withheld. */
    @Schema(description = "Soort gebied en lengte van de periode waarvoor alles wordt gegeven")
    record Uitzondering(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "gemeente")
            String gebied,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "jaar")
            String korrel) {}

    /** A stretch of time with one definition. */
    @Schema(description = "Definitie die vanaf een maand geldt")
    record Versie(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2019-01")
            String vanaf,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    types = {"string", "null"},
                    description = "Laatste maand; null als de definitie nog geldt of tot de volgende loopt")
            @Nullable String totEnMet,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String toelichting) {

        static Versie of(DefinitionVersion version) {
            return new Versie(
                    version.from().toString(),
                    version.to().map(YearMonth::toString).orElse(null),
                    version.note().nl());
        }
    }

    /** What a reader must know about the published source. */
    @Schema(description = "Opmerking bij de gepubliceerde bron")
    record Bronnotitie(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String document,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String citaat,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    types = {"string", "null"})
            @Nullable String toelichting) {

        static Bronnotitie of(SourceNote note) {
            return new Bronnotitie(
                    note.document(),
                    note.quote(),
                    note.text().map(LocalizedText::nl).orElse(null));
        }
    }

    static IndicatorAnswer of(Indicator indicator) {
        return new IndicatorAnswer(
                indicator.id().value(),
                indicator.name().nl(),
                indicator.theme(),
                indicator.group(),
                indicator.definition().nl(),
                indicator.unit().name().toLowerCase(Locale.ROOT),
                indicator.source(),
                indicator.owner(),
                Maat.of(indicator.measure()),
                indicator.areas().stream().sorted().map(AreaKind::word).toList(),
                indicator.grains().stream().sorted().map(ApiWords::grain).toList(),
                ApiWords.direction(indicator.direction()),
                Doel.of(indicator.target()),
                indicator.confidentiality().name().toLowerCase(Locale.ROOT),
                Afscherming.of(indicator.disclosure()),
                indicator.aliases(),
                indicator.perInhabitants(),
                indicator.provisionalMonths(),
                indicator.exceptionalYears().stream().sorted().toList(),
                indicator.versions().stream().map(Versie::of).toList(),
                indicator.breaks().stream().map(YearMonth::toString).toList(),
                indicator.notes().stream().map(Bronnotitie::of).toList());
    }
}
