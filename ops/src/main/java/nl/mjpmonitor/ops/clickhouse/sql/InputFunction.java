package nl.mjpmonitor.ops.clickhouse.sql;

/**
 * The table function {@code input('structure')} of an {@code INSERT … SELECT}: the place that reads the data of the request.
 *
 * @param start offset of the call
 * @param end offset after its closing parenthesis
 * @param structure the column list between the quotes, decoded
 */
public record InputFunction(int start, int end, String structure) {}
