package nl.mjpmonitor.warehouse.comparisons;

/** Which earlier years make up a mean. */
public enum EarlierYears {
    ALL,
    /** Without the exceptional years of the indicator, such as 2020 and 2021. */
    WITHOUT_EXCEPTIONAL
}
