package nl.mjpmonitor.ingest.opendata;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to read of one table, and what its figures mean.
 *
 * @param id name of the table in keys, offsets and folders; unique among the definitions
 * @param kind decides the topic
 * @param title for people
 * @param source where it comes from
 * @param area the column of the areas
 * @param period the column of the periods
 * @param dimensions all other columns that tell cells apart
 * @param margins the column that tells a figure from its limits, in a table of files that has one
 * @param measures the columns with figures that are wanted
 * @param missingMeans what it means that the table has no row for a cell
 * @param provisional when its figures are provisional
 */
record TableDefinition(
        @JsonProperty(value = "id", required = true) String id,
        @JsonProperty(value = "kind", required = true) TableKind kind,
        @JsonProperty(value = "title", required = true) String title,
        @JsonProperty(value = "source", required = true) TableSource source,
        @JsonProperty(value = "area", required = true) AreaColumn area,
        @JsonProperty(value = "period", required = true) PeriodColumn period,
        List<DimensionColumn> dimensions,
        @Nullable MarginColumn margins,
        @JsonProperty(value = "measures", required = true) List<MeasureColumn> measures,

        @JsonProperty(value = "missingMeans", required = true)
        MissingCell missingMeans,

        ProvisionalRule provisional) {

    /**
     * The column of the areas.
     *
     * @param column its name
     * @param codes beginnings of the codes of the areas wanted
     * @param aliases code to use instead, for an area that this table calls differently
     * @param labels code by name, for files with names
     */
    record AreaColumn(
            @JsonProperty(value = "column", required = true) String column,
            @JsonProperty(value = "codes", required = true) List<String> codes,
            Map<String, String> aliases,
            Map<String, String> labels) {
        // what a definition leaves out arrives as null
        AreaColumn {
            codes = List.copyOf(codes);
            aliases = inOrder(aliases);
            labels = inOrder(labels);
        }

        /** The code to publish for a code as read, which may be padded; empty when the area is not wanted. */
        Optional<String> select(String code) {
            String stripped = code.strip();
            return codes.stream().anyMatch(stripped::startsWith)
                    ? Optional.of(aliases.getOrDefault(stripped, stripped))
                    : Optional.empty();
        }
    }

    /**
     * The column of the periods.
     *
     * @param column its name; empty when there is none
     * @param always code of the period of all rows, for a table without such a column; empty otherwise
     * @param grains which periods are wanted
     */
    record PeriodColumn(
            String column,
            String always,
            @JsonProperty(value = "grains", required = true) Set<PeriodGrain> grains) {
        // what a definition leaves out arrives as null
        PeriodColumn {
            column = column == null ? "" : column;
            always = always == null ? "" : always;
            // in the order of the enum, so that equal definitions have equal fingerprints
            grains = grains.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(grains));
        }

        boolean wants(PeriodCode code) {
            return grains.contains(code.grain());
        }
    }

    /**
     * A column that tells cells apart.
     *
     * @param column its name
     * @param totals codes of totals over the other codes: published, but marked, so that nobody adds them up
     * @param only codes wanted; all when empty
     * @param labels code by name, for files with names; a category that was renamed has several names
     */
    record DimensionColumn(
            @JsonProperty(value = "column", required = true) String column,
            List<String> totals,
            List<String> only,
            Map<String, String> labels) {
        // what a definition leaves out arrives as null
        DimensionColumn {
            totals = totals == null ? List.of() : List.copyOf(totals);
            only = only == null ? List.of() : List.copyOf(only);
            labels = inOrder(labels);
        }

        boolean wants(String code) {
            return only.isEmpty() || only.contains(code);
        }
    }

    /**
     * The column that tells a figure from the limits of its margin.
     *
     * @param column its name
     * @param value code of the figure
     * @param lower code of the lower limit
     * @param upper code of the upper limit
     */
    record MarginColumn(
            @JsonProperty(value = "column", required = true) String column,
            @JsonProperty(value = "value", required = true) String value,
            @JsonProperty(value = "lower", required = true) String lower,
            @JsonProperty(value = "upper", required = true) String upper) {}

    /**
     * A column with figures.
     *
     * @param column its name, the code of the measure (OData version 4) or its heading (portal)
     * @param name the project's name of the measure
     * @param alsoCalled other headings of the same measure
     * @param minimum least figure that can be true
     * @param maximum largest figure that can be true
     * @param decimals most decimals a figure can have
     * @param optional whether a file may lack it
     * @param qualified whether a figure may be given as at least ({@code >=}), at most ({@code <=}) or about ({@code ca.})
     */
    record MeasureColumn(
            @JsonProperty(value = "column", required = true) String column,
            @JsonProperty(value = "name", required = true) String name,
            List<String> alsoCalled,
            @Nullable BigDecimal minimum,
            @Nullable BigDecimal maximum,
            @Nullable Integer decimals,
            boolean optional,
            boolean qualified) {
        // what a definition leaves out arrives as null
        MeasureColumn {
            alsoCalled = alsoCalled == null ? List.of() : List.copyOf(alsoCalled);
        }

        boolean isCalled(String heading) {
            return column.equals(heading) || alsoCalled.contains(heading);
        }

        /** Why a figure cannot be true; empty when it can. */
        Optional<String> objection(BigDecimal figure) {
            if (minimum != null && figure.compareTo(minimum) < 0) {
                return Optional.of("is below " + minimum.toPlainString());
            }
            if (maximum != null && figure.compareTo(maximum) > 0) {
                return Optional.of("is above " + maximum.toPlainString());
            }
            if (decimals != null && figure.stripTrailingZeros().scale() > decimals) {
                return Optional.of("has more than " + decimals + " decimals");
            }
            return Optional.empty();
        }
    }

    // what a definition leaves out arrives as null; what it must have is refused as null
    TableDefinition {
        requireNonNull(id, "id");
        requireNonNull(kind, "kind");
        requireNonNull(title, "title");
        requireNonNull(source, "source");
        requireNonNull(area, "area");
        requireNonNull(period, "period");
        requireNonNull(missingMeans, "missingMeans");
        dimensions = dimensions == null ? List.of() : List.copyOf(dimensions);
        measures = List.copyOf(measures);
        provisional = provisional == null ? ProvisionalRule.AS_THE_SOURCE_SAYS : provisional;
    }

    /** The columns of a file that tell its figures apart: the dimensions, and the column of the margins. */
    List<DimensionColumn> columnsOfFile() {
        if (margins == null) {
            return dimensions;
        }
        List<DimensionColumn> columns = new ArrayList<>(dimensions);
        List<String> wanted = List.of(margins.value(), margins.lower(), margins.upper());
        columns.add(new DimensionColumn(margins.column(), List.of(), wanted, Map.of()));
        return columns;
    }

    /** Whether a cell is a total over other cells of the table. */
    boolean isTotal(CellKey key) {
        return dimensions.stream()
                .anyMatch(dimension ->
                        dimension.totals().contains(key.dimensions().get(dimension.column())));
    }

    /** Changes when anything in the definition does: what was read under another definition must be read again. */
    String fingerprint() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java runtime lacks SHA-256", missing);
        }
    }

    private static Map<String, String> inOrder(@Nullable Map<String, String> map) {
        return map == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
