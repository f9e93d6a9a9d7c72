package nl.mjpmonitor.warehouse.rebuild;

import com.clickhouse.client.api.query.GenericRecord;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import nl.mjpmonitor.warehouse.WarehouseException;

/**
 * A table that a materialized view fills from the change log.
 *
 * @param name qualified name
 * @param columns the columns that the view gives, in its order
 * @param select what the view selects
 */
record FedTable(String name, List<String> columns, String select) {

    private static final String LOG = "FROM raw.change_event";
    private static final Pattern TARGET =
            Pattern.compile("CREATE MATERIALIZED VIEW [a-z0-9_.]+ TO ([a-z0-9_]+\\.[a-z0-9_]+) .*", Pattern.DOTALL);

    /** All of them, by name. */
    static List<FedTable> all(WarehouseConnection connection) {
        return connection.query("Query of the tables that are fed by the change log", """
                SELECT
                    feed.create_table_query AS create_table_query,
                    feed.as_select AS as_select,
                    arrayStringConcat(
                        arrayMap(
                            column -> column.2,
                            arraySort(groupArray((feed_column.position, feed_column.name)))),
                        ',') AS columns
                FROM system.tables AS feed
                INNER JOIN system.columns AS feed_column
                    ON feed_column.database = feed.database AND feed_column.table = feed.name
                WHERE feed.database = 'core' AND feed.engine = 'MaterializedView'
                    AND position(feed.as_select, 'FROM raw.change_event') > 0
                GROUP BY feed.name, create_table_query, as_select
                ORDER BY feed.name""", Map.of(), FedTable::of);
    }

    /** Puts all of the log into a table of the same columns. */
    void fill(WarehouseConnection connection, String target) {
        connection.execute("Filling of " + target, insert(target) + select, Map.of());
    }

    /** Puts what is in the log, but not in these parts of it, into a table of the same columns. */
    void catchUp(WarehouseConnection connection, String target, List<String> parts) {
        String later = select.replace(
                LOG, "FROM (SELECT * FROM raw.change_event WHERE NOT has({parts:Array(String)}, _part)) AS later");
        connection.execute("Catching up of " + target, insert(target) + later, Map.of("parts", parts));
    }

    private String insert(String target) {
        return "INSERT INTO " + target + " (" + String.join(", ", columns) + ") ";
    }

    private static FedTable of(GenericRecord row) {
        Matcher target = TARGET.matcher(row.getString("create_table_query"));
        String select = row.getString("as_select");
        if (!target.matches() || select.indexOf(LOG) != select.lastIndexOf(LOG)) {
            throw new WarehouseException("A view that feeds from the change log cannot be rebuilt: it must name a table"
                    + " with TO and read raw.change_event once");
        }
        return new FedTable(target.group(1), List.of(row.getString("columns").split(",", -1)), select);
    }
}
