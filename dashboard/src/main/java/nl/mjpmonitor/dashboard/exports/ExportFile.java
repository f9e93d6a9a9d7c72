package nl.mjpmonitor.dashboard.exports;

/**
 * A file to take along, whole.
 *
 * @param name name with the moment of the figures, safe on every system
 * @param mediaType what it is
 * @param bytes not copied; nobody changes them
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, compared never
public record ExportFile(String name, String mediaType, byte[] bytes) {}
