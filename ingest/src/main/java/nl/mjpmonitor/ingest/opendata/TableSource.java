package nl.mjpmonitor.ingest.opendata;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a table comes from. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = TableSource.OData.class, name = "odata"),
    @JsonSubTypes.Type(value = TableSource.Files.class, name = "files")
})
sealed interface TableSource {

    /** How the rest of a slice is asked for. */
    enum Paging {
        /** By the link that the server gives with a page. */
        @JsonProperty("next-link")
        NEXT_LINK,
        /** By counting rows, for a server that gives no links. */
        @JsonProperty("skip")
        SKIP
    }

    /** How a file is laid out. */
    enum Layout {
        /** A table as the StatLine portal exports it: headings above and beside the figures, names instead of codes. */
        @JsonProperty("statline")
        STATLINE,
        /** One line an area and period, with the names of the columns in the first line; codes or names. */
        @JsonProperty("columns")
        COLUMNS
    }

    /** What an empty cell of a file means. */
    enum BlankCell {
        @JsonProperty("not_applicable")
        NOT_APPLICABLE,
        @JsonProperty("unknown")
        UNKNOWN;

        CellValue value() {
            return this == UNKNOWN ? CellValue.UNKNOWN : CellValue.NOT_APPLICABLE;
        }
    }

    /**
     * A table of an OData service.
     *
     * @param version 3 (a row has a column a measure) or 4 (a row is one observation)
     * @param server name of the server, given its address in the connector's settings
     * @param catalog the catalogue of the table; version 4 only
     * @param paging how further pages are asked for
     * @param pageSize rows a page when paging by skipping
     * @param countRows whether to ask the server to say with each page how many rows the slice has; not every server can
     * @param sliceBy columns by whose codes the table is read in slices; the published state of one slice must fit in one offset
     */
    record OData(
            @JsonProperty(value = "version", required = true)
            int version,

            @JsonProperty(value = "server", required = true) String server,
            @Nullable String catalog,
            Paging paging,
            int pageSize,
            boolean countRows,
            List<String> sliceBy)
            implements TableSource {
        static final int LARGEST_PAGE = 10_000;

        // what a definition leaves out arrives as null
        public OData {
            catalog = catalog == null ? "CBS" : catalog;
            paging = paging == null ? Paging.NEXT_LINK : paging;
            pageSize = pageSize == 0 ? LARGEST_PAGE : pageSize;
            sliceBy = sliceBy == null ? List.of() : List.copyOf(sliceBy);
        }
    }

    /**
     * Files dropped in the folder that has the table's id as its name.
     *
     * @param layout how they are laid out
     * @param decimalMark comma in an export of the portal, point in raw data
     * @param blankMeans an empty cell of a portal export cannot have a figure; one of raw data is not known
     * @param holdsWholePeriods whether a file holds all cells of its periods, so that a cell it lacks is withdrawn
     */
    record Files(
            @JsonProperty(value = "layout", required = true) Layout layout,
            DecimalMark decimalMark,
            BlankCell blankMeans,
            boolean holdsWholePeriods)
            implements TableSource {

        // what a definition leaves out arrives as null
        public Files {
            boolean isPortal = layout == Layout.STATLINE;
            decimalMark = decimalMark == null ? (isPortal ? DecimalMark.COMMA : DecimalMark.POINT) : decimalMark;
            blankMeans = blankMeans == null ? (isPortal ? BlankCell.NOT_APPLICABLE : BlankCell.UNKNOWN) : blankMeans;
        }
    }
}
