package nl.mjpmonitor.ingest.opendata;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * The addresses of one table, in the way of its version.
 *
 * <p>Version 3 keeps metadata under {@code ODataApi} and rows under {@code ODataFeed}: the former does not page. Version 4 has one
 * address.
 */
final class ODataAddresses {
    private final TableDefinition table;
    private final TableSource.OData source;
    private final URI server;

    /**
     * Addresses on a server.
     *
     * @param server address up to {@code /ODataApi} (version 3) or up to the catalogue (version 4)
     */
    ODataAddresses(TableDefinition table, TableSource.OData source, URI server) {
        this.table = table;
        this.source = source;
        this.server = server;
    }

    /** The table as a whole, for people and for the source field of records. */
    String table() {
        return isVersion4() ? metadata("") : server + "/ODataApi/odata/" + table.id();
    }

    /** When the table was last changed. */
    URI state() {
        return URI.create(isVersion4() ? metadata("/Properties") : metadata("/TableInfos?$format=json"));
    }

    /** How many rows it has; version 4 says so in {@link #state}. */
    Optional<URI> count() {
        return isVersion4() ? Optional.empty() : Optional.of(URI.create(metadata("/TypedDataSet/$count")));
    }

    /** Which columns it has. */
    URI structure() {
        return URI.create(isVersion4() ? metadata("/MeasureCodes") : metadata("/DataProperties?$format=json"));
    }

    /** The codes of a column. */
    URI codes(String column) {
        return URI.create(
                isVersion4()
                        ? metadata("/" + encode(column) + "Codes")
                        : metadata("/" + encode(column) + "?$format=json"));
    }

    /**
     * The first page of a slice.
     *
     * @param slice code by column, with the padding the source gives it: a filter without it finds nothing
     */
    URI firstPage(Map<String, String> slice) {
        return page(slice, 0);
    }

    /** A page of a slice, for a server that does not link to it. */
    URI page(Map<String, String> slice, long skip) {
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        if (!isVersion4()) {
            query.add("$format=json");
        }
        query.add("$filter=" + encode(filter(slice)));
        if (source.countRows()) {
            query.add(isVersion4() ? "$count=true" : "$inlinecount=allpages");
        }
        if (source.paging() == TableSource.Paging.SKIP) {
            query.add("$top=" + source.pageSize()).add("$skip=" + skip);
        }
        return URI.create(
                isVersion4()
                        ? metadata("/Observations" + query)
                        : server + "/ODataFeed/odata/" + table.id() + "/TypedDataSet" + query);
    }

    /**
     * The page that a link leads to, which may be relative.
     *
     * @throws MalformedAnswerException when it leads to another server or table
     */
    URI follow(URI from, String link) throws MalformedAnswerException {
        URI target;
        try {
            target = from.resolve(link.replace(" ", "%20"));
        } catch (IllegalArgumentException malformed) {
            throw new MalformedAnswerException("the link to the next page is no address: " + link, malformed);
        }
        if (!isOwn(target)) {
            throw new MalformedAnswerException("the link to the next page leads elsewhere: " + link);
        }
        return target;
    }

    /** Whether an address belongs to this table. A service that links elsewhere is not followed there. */
    boolean isOwn(URI address) {
        return String.valueOf(server.getAuthority()).equals(address.getAuthority())
                && String.valueOf(server.getScheme()).equals(address.getScheme())
                && address.getPath().contains("/" + table.id() + "/");
    }

    private String metadata(String path) {
        return isVersion4()
                ? server + "/" + source.catalog() + "/" + table.id() + path
                : server + "/ODataApi/odata/" + table.id() + path;
    }

    private String filter(Map<String, String> slice) {
        List<String> terms = new ArrayList<>();
        slice.forEach((column, code) -> terms.add(column + " eq " + quote(code)));
        terms.add(anyOf(table.area().codes().stream()
                .map(code -> "startswith(" + table.area().column() + "," + quote(code) + ")")
                .toList()));
        if (isVersion4()) {
            terms.add(anyOf(table.measures().stream()
                    .map(measure -> "Measure eq " + quote(measure.column()))
                    .toList()));
        }
        return String.join(" and ", terms);
    }

    private static String anyOf(List<String> terms) {
        return terms.size() == 1 ? terms.get(0) : "(" + String.join(" or ", terms) + ")";
    }

    private static String quote(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private boolean isVersion4() {
        return source.version() == 4;
    }
}
