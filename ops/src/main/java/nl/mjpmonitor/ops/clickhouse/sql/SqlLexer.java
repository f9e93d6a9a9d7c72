package nl.mjpmonitor.ops.clickhouse.sql;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts ClickHouse SQL into tokens by the rules of the engine's lexer: nested comments, three kinds of line comment, quotes that are
 * doubled or escaped, typographic quotes, heredocs. Bytes outside ASCII between tokens count as white space, as they do in the
 * engine.
 */
final class SqlLexer {

    private static final byte[] LEFT_SINGLE = utf8("‘");
    private static final byte[] RIGHT_SINGLE = utf8("’");
    private static final byte[] LEFT_DOUBLE = utf8("“");
    private static final byte[] RIGHT_DOUBLE = utf8("”");

    private final byte[] text;
    private final int limit;
    private int position;
    private @Nullable SqlToken found;

    /** Reads the bytes from {@code start} up to {@code limit}. */
    SqlLexer(byte[] text, int start, int limit) {
        this.text = text;
        this.position = start;
        this.limit = limit;
    }

    /** The next token, or null at the end; comments and white space are passed over. */
    @Nullable SqlToken next() {
        found = null;
        while (found == null && position < limit) {
            step();
        }
        return found;
    }

    private void step() {
        int start = position;
        byte current = text[start];
        if (startsComment()) {
            skipComment(start);
        } else if (current == '\'') {
            quoted(SqlToken.Kind.STRING, start, 1, new byte[] {'\''}, true);
        } else if (current == '"' || current == '`') {
            quoted(SqlToken.Kind.QUOTED_IDENTIFIER, start, 1, new byte[] {current}, true);
        } else if (at(LEFT_SINGLE)) {
            quoted(SqlToken.Kind.STRING, start, LEFT_SINGLE.length, RIGHT_SINGLE, false);
        } else if (at(LEFT_DOUBLE)) {
            quoted(SqlToken.Kind.QUOTED_IDENTIFIER, start, LEFT_DOUBLE.length, RIGHT_DOUBLE, false);
        } else if (isDigit(current)) {
            number(start);
        } else if (isWordStart(current)) {
            word(start);
        } else if (current == '$' && heredoc(start)) {
            return;
        } else if (current <= ' ' || current == 0x7f) {
            // also every byte outside ASCII, which is negative
            position++;
        } else {
            position++;
            add(SqlToken.Kind.SYMBOL, String.valueOf((char) current), start);
        }
    }

    private boolean startsComment() {
        byte current = text[position];
        byte following = position + 1 < limit ? text[position + 1] : 0;
        return (current == '-' && following == '-')
                || (current == '/' && (following == '*' || following == '/'))
                || (current == '#' && (following == ' ' || following == '!'));
    }

    private void skipComment(int start) {
        if (text[start] == '/' && text[start + 1] == '*') {
            skipBlockComment(start);
        } else {
            while (position < limit && text[position] != '\n') {
                position++;
            }
        }
    }

    private void skipBlockComment(int start) {
        int depth = 0;
        while (position + 1 < limit) {
            if (text[position] == '/' && text[position + 1] == '*') {
                depth++;
                position += 2;
            } else if (text[position] == '*' && text[position + 1] == '/') {
                depth--;
                position += 2;
                if (depth == 0) {
                    return;
                }
            } else {
                position++;
            }
        }
        position = limit;
        add(SqlToken.Kind.UNTERMINATED, "", start);
    }

    private void quoted(SqlToken.Kind kind, int start, int opening, byte[] closing, boolean escapes) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        position = start + opening;
        while (position < limit) {
            if (at(closing)) {
                position += closing.length;
                if (!escapes || !at(closing)) {
                    add(kind, content.toString(StandardCharsets.UTF_8), start);
                    return;
                }
                content.write(closing[0]);
                position += closing.length;
            } else if (escapes && text[position] == '\\' && position + 1 < limit) {
                escape(content);
            } else {
                content.write(text[position++]);
            }
        }
        position = limit;
        add(SqlToken.Kind.UNTERMINATED, content.toString(StandardCharsets.UTF_8), start);
    }

    private void escape(ByteArrayOutputStream content) {
        byte escaped = text[position + 1];
        if (escaped == 'x' && position + 3 < limit && isHex(text[position + 2]) && isHex(text[position + 3])) {
            content.write(Character.digit(text[position + 2], 16) << 4 | Character.digit(text[position + 3], 16));
            position += 4;
            return;
        }
        content.write(
                switch (escaped) {
                    case 'a' -> 0x07;
                    case 'b' -> '\b';
                    case 'e' -> 0x1b;
                    case 'f' -> '\f';
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    case 't' -> '\t';
                    case 'v' -> 0x0b;
                    case '0' -> 0;
                    default -> escaped;
                });
        position += 2;
    }

    private boolean heredoc(int start) {
        int tagEnd = start + 1;
        while (tagEnd < limit && isWordPart(text[tagEnd]) && text[tagEnd] != '$') {
            tagEnd++;
        }
        if (tagEnd >= limit || text[tagEnd] != '$') {
            return false;
        }
        byte[] tag = Arrays.copyOfRange(text, start, tagEnd + 1);
        quoted(SqlToken.Kind.STRING, start, tag.length, tag, false);
        return true;
    }

    private void number(int start) {
        while (position < limit
                && (isWordPart(text[position])
                        || (text[position] == '.' && position + 1 < limit && isDigit(text[position + 1])))) {
            position++;
        }
        add(SqlToken.Kind.NUMBER, ascii(start), start);
    }

    private void word(int start) {
        while (position < limit && isWordPart(text[position])) {
            position++;
        }
        add(SqlToken.Kind.WORD, ascii(start), start);
    }

    private void add(SqlToken.Kind kind, String content, int start) {
        found = new SqlToken(kind, content, start, position);
    }

    private String ascii(int start) {
        return new String(text, start, position - start, StandardCharsets.US_ASCII);
    }

    private boolean at(byte[] expected) {
        return position + expected.length <= limit
                && Arrays.equals(text, position, position + expected.length, expected, 0, expected.length);
    }

    private static boolean isDigit(byte value) {
        return value >= '0' && value <= '9';
    }

    private static boolean isHex(byte value) {
        return Character.digit(value, 16) >= 0;
    }

    private static boolean isWordStart(byte value) {
        return (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z') || value == '_';
    }

    private static boolean isWordPart(byte value) {
        return isWordStart(value) || isDigit(value) || value == '$';
    }

    private static byte[] utf8(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }
}
