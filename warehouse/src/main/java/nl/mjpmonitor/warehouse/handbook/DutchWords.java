package nl.mjpmonitor.warehouse.handbook;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.facts.Fact;
import nl.mjpmonitor.warehouse.indicators.Confidentiality;
import nl.mjpmonitor.warehouse.indicators.DefinitionVersion;
import nl.mjpmonitor.warehouse.indicators.Direction;
import nl.mjpmonitor.warehouse.indicators.Disclosure;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.Measure;
import nl.mjpmonitor.warehouse.indicators.Target;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;
import nl.mjpmonitor.warehouse.programme.Ambition;
import nl.mjpmonitor.warehouse.programme.Passage;
import nl.mjpmonitor.warehouse.programme.Programme;
import nl.mjpmonitor.warehouse.programme.ProgrammeAction;
import nl.mjpmonitor.warehouse.programme.ProgrammeEntry;
import nl.mjpmonitor.warehouse.programme.SuccessCriterion;
import nl.mjpmonitor.warehouse.published.Asked;
import nl.mjpmonitor.warehouse.published.PublishedFigure;

/** The catalogue's words for readers of the handbook. */
final class DutchWords {

    private static final Locale DUTCH = Locale.forLanguageTag("nl-NL");
    private static final Map<String, String> SYSTEMS = Map.of(
            "politiecijfers", "Levering van de politie",
            "melddesk", "Melddesk",
            "ondermijning", "Casusregister ondermijning",
            "bestuurlijk", "Register van bestuurlijke maatregelen",
            "onderschat", "Register van ONDERSCHAT",
            "pmg", "Administratie van Preventie met Gezag",
            "zorgveiligheid", "Maandaantallen van het Zorg- en Veiligheidshuis en partners",
            "oov", "Register openbare orde en veiligheid",
            "opendata", "Open data van politie, CBS en Veiligheidsmonitor");
    /** Qualifiers that stand before the value; others explain it. */
    private static final Set<String> PREFIXES = Set.of("ca.", ">", ">=");

    private DutchWords() {}

    static String system(String system) {
        return SYSTEMS.getOrDefault(system, system);
    }

    /** What is counted of the rows of a fact. */
    static String counting(Measure measure, Fact fact) {
        String name = fact.name().nl();
        if (measure instanceof Measure.Distinct) {
            return "verschillende nummers bij “" + name + "”";
        } else if (measure instanceof Measure.Duration) {
            return "dagen bij “" + name + "”";
        } else if (measure instanceof Measure.Level) {
            return "stand van “" + name + "”";
        }
        return name;
    }

    static String ratio(Measure.Ratio ratio, String of, String to) {
        return switch (ratio.times()) {
            case 1 -> of + " gedeeld door " + to;
            case 100 -> of + " als percentage van " + to;
            default -> of + " per " + number(BigDecimal.valueOf(ratio.times())) + " van " + to;
        };
    }

    static String unit(Indicator indicator) {
        String unit = indicator.unit().label().nl();
        return indicator.perInhabitants() ? unit + "; ook per 10.000 inwoners" : unit;
    }

    static String target(Indicator indicator) {
        Target target = indicator.target();
        if (target instanceof Target.Norm norm) {
            String comparison = norm.comparison() == Target.Comparison.AT_LEAST ? "ten minste " : "ten hoogste ";
            return "Norm " + norm.period() + ": " + comparison + number(norm.value()) + ". "
                    + norm.text().nl();
        } else if (target instanceof Target.Milestone milestone) {
            return "Mijlpaal, uiterlijk " + month(milestone.by()) + ": "
                    + milestone.text().nl();
        }
        return target.text().nl();
    }

    static String of(Direction direction) {
        return switch (direction) {
            case LOWER_IS_BETTER -> "lager is gunstig";
            case HIGHER_IS_BETTER -> "hoger is gunstig";
            case NEUTRAL -> "geen oordeel";
        };
    }

    static String of(AreaKind kind) {
        return switch (kind) {
            case GEMEENTE -> "gemeente";
            case WIJK -> "wijken";
            case BUURT -> "buurten";
            case REST -> "niet in te delen";
            case STADSDEEL -> "stadsdelen";
            case LWA -> "LWA-gebieden";
            case REGIO -> "Zuid-Limburg";
            case REGIOGEMEENTE -> "andere gemeenten van Zuid-Limburg";
            case LAND -> "Nederland";
        };
    }

    /** A level belongs to one period; everything else can be asked of periods in a row as well. */
    static String periods(Indicator indicator) {
        String grains = indicator.grains().stream().map(DutchWords::of).collect(Collectors.joining(", "));
        return indicator.measure() instanceof Measure.Level ? grains : grains + " en aaneengesloten perioden daarvan";
    }

    private static String of(PeriodGrain grain) {
        return switch (grain) {
            case YEAR -> "jaar";
            case QUARTER -> "kwartaal";
            case MONTH -> "maand";
            case YEAR_TO_DATE -> "jaar tot nu toe";
            case ROLLING_YEAR -> "voortschrijdend jaar";
            case SPAN -> "eigen periode";
        };
    }

    static String confidentiality(Indicator indicator) {
        String seen = of(indicator.confidentiality());
        Disclosure disclosure = indicator.disclosure();
        if (disclosure.below() == 0) {
            return seen + " Kleine aantallen worden niet afgeschermd.";
        }
        String exempt = disclosure.exempt().stream()
                .map(level -> of(level.area()) + " per " + of(level.period()))
                .sorted()
                .collect(Collectors.joining(", "));
        return seen + " Aantallen onder " + disclosure.below() + " worden afgeschermd"
                + (exempt.isEmpty() ? "." : ", behalve " + exempt + ": op dat niveau publiceert de gemeente zelf.");
    }

    private static String of(Confidentiality confidentiality) {
        return switch (confidentiality) {
            case OPENBAAR -> "Openbaar: iedereen mag het zien.";
            case INTERN -> "Intern: voor medewerkers en partners van het programma.";
            case VERTROUWELIJK -> "Vertrouwelijk: alleen voor wie er voor zijn werk bij moet.";
        };
    }

    static String provisional(int months) {
        return months == 1 ? "de nieuwste maand" : "de nieuwste " + months + " maanden";
    }

    static String span(DefinitionVersion version) {
        return "van " + month(version.from())
                + version.to().map(last -> " tot en met " + month(last)).orElse(" tot nu");
    }

    static String month(YearMonth month) {
        return month.format(DateTimeFormatter.ofPattern("MMMM yyyy", DUTCH));
    }

    private static String day(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("d MMMM yyyy", DUTCH));
    }

    static String adoption(Programme document) {
        Programme.Adoption adoption = document.adoption();
        return adoption.on()
                        .map(day -> "Vastgesteld op " + day(day) + " door de " + small(adoption.by()))
                        .orElse("Besproken in de " + small(adoption.by()))
                + " (“" + adoption.quote() + "”, " + adoption.document() + ").";
    }

    static String quote(Passage passage) {
        return passage.document() + ", " + passage.place() + ": “" + passage.quote() + "”";
    }

    static String kind(ProgrammeEntry entry) {
        if (entry instanceof Ambition) {
            return "ambitie";
        } else if (entry instanceof SuccessCriterion criterion) {
            return of(criterion.kind());
        }
        return "actie";
    }

    static String of(SuccessCriterion.Kind kind) {
        return switch (kind) {
            case CRITERION -> "succescriterium";
            case EFFECT -> "beoogd effect";
        };
    }

    static String of(ProgrammeAction.State state) {
        return switch (state) {
            case PLANNED -> "voorgenomen";
            case RUNNING -> "loopt";
            case DONE -> "gedaan";
            case STALLED -> "nog niet van de grond";
        };
    }

    /** A published value as it was printed. */
    static String value(PublishedFigure figure) {
        String value = figure.amount().map(DutchWords::number).orElse(figure.value());
        String sign = figure.question()
                .filter(question -> question.asked() == Asked.CHANGE)
                .flatMap(question -> figure.amount())
                .filter(amount -> amount.signum() > 0)
                .map(amount -> "+")
                .orElse("");
        String unit = figure.unit().equals("procent") ? "%" : "";
        if (figure.qualifier().isEmpty() || value.isEmpty()) {
            return sign + value + unit;
        }
        return PREFIXES.contains(figure.qualifier())
                ? figure.qualifier() + " " + value + unit
                : value + unit + " (" + figure.qualifier() + ")";
    }

    static String capital(String text) {
        return text.substring(0, 1).toUpperCase(DUTCH) + text.substring(1);
    }

    private static String small(String text) {
        return text.substring(0, 1).toLowerCase(DUTCH) + text.substring(1);
    }

    private static String number(BigDecimal number) {
        NumberFormat format = NumberFormat.getInstance(DUTCH);
        format.setMaximumFractionDigits(Math.max(0, number.scale()));
        return format.format(number);
    }
}
