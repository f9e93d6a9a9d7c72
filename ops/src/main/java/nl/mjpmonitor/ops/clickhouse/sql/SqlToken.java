package nl.mjpmonitor.ops.clickhouse.sql;

/**
 * One token of a statement.
 *
 * @param kind what it is
 * @param text a word or symbol as written; of a quoted identifier or string its decoded content
 * @param start offset of its first byte in the statement
 * @param end offset after its last byte
 */
record SqlToken(Kind kind, String text, int start, int end) {

    enum Kind {
        WORD,
        QUOTED_IDENTIFIER,
        STRING,
        NUMBER,
        SYMBOL,
        /** A literal or comment that is still open where the text ends. */
        UNTERMINATED
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    boolean isSymbol(char symbol) {
        return kind == Kind.SYMBOL && text.charAt(0) == symbol;
    }

    /** Whether this names something: ClickHouse lets any name be quoted, that of a function too. */
    boolean isIdentifier() {
        return kind == Kind.WORD || kind == Kind.QUOTED_IDENTIFIER;
    }
}
