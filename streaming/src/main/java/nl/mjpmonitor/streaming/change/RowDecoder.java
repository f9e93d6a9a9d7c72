package nl.mjpmonitor.streaming.change;

/** Reads the records of one kind of connector. */
sealed interface RowDecoder permits DebeziumDecoder, OpenDataDecoder {

    /**
     * Decides about one record, from the record alone: the same record meets the same fate however often it is read.
     *
     * @param value value of the record
     * @param contract contract of the record's topic
     */
    Decoded decode(ConsumedRecord record, byte[] value, Contract contract);
}
