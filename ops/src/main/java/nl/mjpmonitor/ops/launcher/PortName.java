package nl.mjpmonitor.ops.launcher;

import java.util.Locale;

/** Every port the stack listens on, all on the loopback interface. */
public enum PortName {
    /** PostgreSQL with the demo sources. */
    POSTGRES(15432),
    /** Kafka broker. */
    KAFKA(19092),
    /** Kafka controller. */
    KAFKA_CONTROLLER(19093),
    /** Prometheus metrics of the Kafka broker. */
    KAFKA_METRICS(19404),
    /** Second broker of a cluster. */
    KAFKA_2(19094),
    /** Controller of the second broker. */
    KAFKA_CONTROLLER_2(19095),
    /** Prometheus metrics of the second broker. */
    KAFKA_METRICS_2(19405),
    /** Third broker of a cluster. */
    KAFKA_3(19096),
    /** Controller of the third broker. */
    KAFKA_CONTROLLER_3(19097),
    /** Prometheus metrics of the third broker. */
    KAFKA_METRICS_3(19406),
    /** REST interface of Kafka Connect. */
    CONNECT(18083),
    /** Prometheus metrics of Kafka Connect and its connectors. */
    CONNECT_METRICS(18404),
    /** REST interface of the second Connect worker. */
    CONNECT_2(18084),
    /** Prometheus metrics of the second Connect worker. */
    CONNECT_METRICS_2(18405),
    /** REST interface and web pages of Flink. */
    FLINK(18081),
    /** Prometheus metrics of Flink and its job; in a cluster those of the JobManager. */
    FLINK_METRICS(18249),
    /** Where the JobManager of a cluster listens for its TaskManagers. */
    FLINK_RPC(18250),
    /** Prometheus metrics of the first TaskManager of a cluster. */
    FLINK_TASK_METRICS(18251),
    /** Prometheus metrics of the second TaskManager of a cluster. */
    FLINK_TASK_METRICS_2(18252),
    /** ClickHouse HTTP interface. */
    CLICKHOUSE(18123),
    /** Prometheus metrics of ClickHouse. */
    CLICKHOUSE_METRICS(18363),
    /** Dashboard and API. */
    DASHBOARD(8080),
    /** Prometheus metrics of the launcher itself: supervision, slots, lag, comparisons. */
    LAUNCHER_METRICS(18400);

    private final int standard;

    PortName(int standard) {
        this.standard = standard;
    }

    /** The port used when nothing else is asked for. */
    public int standard() {
        return standard;
    }

    /** The name on the command line, such as {@code kafka-controller}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The environment variable that sets it, such as {@code MJP_PORT_KAFKA_CONTROLLER}. */
    public String variable() {
        return "MJP_PORT_" + name();
    }
}
