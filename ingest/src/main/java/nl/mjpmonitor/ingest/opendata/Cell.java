package nl.mjpmonitor.ingest.opendata;

/** One figure of a table, as read. */
record Cell(CellKey key, CellValue value) {}
