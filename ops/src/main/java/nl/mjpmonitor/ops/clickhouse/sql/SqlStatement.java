package nl.mjpmonitor.ops.clickhouse.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The outline of one statement: its kind, where the data of an INSERT begins, in which format data comes or results go. It never
 * decides whether a statement is valid; what it does not recognise goes to the engine as it is.
 */
public final class SqlStatement {

    private static final Set<String> SELECT_OPENINGS = Set.of("SELECT", "WITH", "FROM");
    private static final Set<String> INSPECT_OPENINGS =
            Set.of("SHOW", "DESCRIBE", "DESC", "EXISTS", "EXPLAIN", "CHECK");
    /** After these a word is a column or a table, not the keyword it looks like. */
    private static final Set<String> NAME_FOLLOWS = Set.of(
            "SELECT",
            "DISTINCT",
            "WHERE",
            "PREWHERE",
            "HAVING",
            "QUALIFY",
            "BY",
            "AND",
            "OR",
            "NOT",
            "ON",
            "USING",
            "WHEN",
            "THEN",
            "ELSE",
            "CASE",
            "AS",
            "IN",
            "LIKE",
            "ILIKE",
            "BETWEEN",
            "INTO",
            "TABLE",
            "FROM",
            "JOIN");

    private final List<SqlToken> tokens;
    private final StatementKind kind;
    private final @Nullable InsertData insertData;
    private final boolean insertSelect;

    private SqlStatement(
            List<SqlToken> tokens, StatementKind kind, @Nullable InsertData insertData, boolean insertSelect) {
        this.tokens = List.copyOf(tokens);
        this.kind = kind;
        this.insertData = insertData;
        this.insertSelect = insertSelect;
    }

    /**
     * Reads the outline of a statement.
     *
     * @param text the statement, possibly followed by the data of an INSERT
     * @param length how many bytes of {@code text} count
     * @param isFormat tells the names of formats from other words; an unknown name is left to the engine
     */
    public static SqlStatement read(byte[] text, int length, Predicate<String> isFormat) {
        SqlLexer lexer = new SqlLexer(text, 0, length);
        List<SqlToken> tokens = new ArrayList<>();
        InsertOutline insert = new InsertOutline(text, length, isFormat);
        for (SqlToken token = lexer.next(); token != null; token = lexer.next()) {
            tokens.add(token);
            if (tokens.getFirst().isWord("INSERT") && insert.endsWith(tokens)) {
                break;
            }
        }
        return new SqlStatement(tokens, kindOf(tokens), insert.data, insert.hasSelect);
    }

    public StatementKind kind() {
        return kind;
    }

    /** Where the data of an INSERT begins and its format; empty for every other statement and for {@code INSERT … SELECT} alone. */
    public Optional<InsertData> insertData() {
        return Optional.ofNullable(insertData);
    }

    /** Whether an INSERT takes its rows from a SELECT; it may still read data through {@link #inputFunction()}. */
    public boolean isInsertSelect() {
        return insertSelect;
    }

    /** Whether the text ends inside a literal or a comment. */
    public boolean isUnterminated() {
        return !tokens.isEmpty() && tokens.getLast().kind() == SqlToken.Kind.UNTERMINATED;
    }

    /** Whether another statement follows the first. */
    public boolean hasSecondStatement() {
        boolean ended = false;
        for (SqlToken token : tokens) {
            boolean separator = token.isSymbol(';');
            if (ended && !separator) {
                return true;
            }
            ended |= separator;
        }
        return false;
    }

    /** The format its own FORMAT clause asks for the result. */
    public Optional<String> outputFormat() {
        int depth = 0;
        for (int index = 0; index + 1 < tokens.size(); index++) {
            SqlToken token = tokens.get(index);
            depth += depthChange(token);
            if (depth == 0 && token.isWord("FORMAT") && tokens.get(index + 1).isIdentifier() && endsClause(index + 2)) {
                return Optional.of(tokens.get(index + 1).text());
            }
        }
        return Optional.empty();
    }

    /** The call of {@code input(…)} through which an {@code INSERT … SELECT} reads the data of the request. */
    public Optional<InputFunction> inputFunction() {
        for (int index = 0; insertSelect && index + 3 < tokens.size(); index++) {
            SqlToken structure = tokens.get(index + 2);
            if (tokens.get(index).isIdentifier()
                    && tokens.get(index).text().equals("input")
                    && tokens.get(index + 1).isSymbol('(')
                    && structure.kind() == SqlToken.Kind.STRING
                    && tokens.get(index + 3).isSymbol(')')) {
                return Optional.of(new InputFunction(
                        tokens.get(index).start(), tokens.get(index + 3).end(), structure.text()));
            }
        }
        return Optional.empty();
    }

    /** Whether an {@code INSERT … SELECT} calls {@code input} in any form. */
    public boolean callsInput() {
        for (int index = 0; insertSelect && index + 1 < tokens.size(); index++) {
            if (tokens.get(index).isIdentifier()
                    && tokens.get(index).text().equals("input")
                    && tokens.get(index + 1).isSymbol('(')) {
                return true;
            }
        }
        return false;
    }

    /** The query ids a {@code KILL QUERY} names; empty when it chooses in a way only a server understands. */
    public List<String> killedQueryIds() {
        List<SqlToken> condition = killCondition();
        if (condition.size() < 3 || !condition.get(0).text().equals("query_id")) {
            return List.of();
        }
        if (condition.get(1).isSymbol('=') && condition.size() == 3) {
            return strings(condition.subList(2, 3));
        }
        return condition.get(1).isWord("IN") ? strings(condition.subList(2, condition.size())) : List.of();
    }

    List<SqlToken> tokens() {
        return tokens;
    }

    private List<SqlToken> killCondition() {
        int start = 0;
        while (start < tokens.size() && !tokens.get(start).isWord("WHERE")) {
            start++;
        }
        List<SqlToken> condition = new ArrayList<>();
        for (int index = start + 1; index < tokens.size(); index++) {
            SqlToken token = tokens.get(index);
            if (token.isSymbol(';')
                    || Set.of("SYNC", "ASYNC", "TEST", "FORMAT", "SETTINGS").contains(upper(token))) {
                break;
            }
            condition.add(token);
        }
        return condition;
    }

    private static List<String> strings(List<SqlToken> list) {
        List<String> values = new ArrayList<>();
        for (SqlToken token : list) {
            if (token.kind() == SqlToken.Kind.STRING) {
                values.add(token.text());
            } else if (!token.isSymbol('(') && !token.isSymbol(')') && !token.isSymbol(',')) {
                return List.of();
            }
        }
        return values;
    }

    private boolean endsClause(int index) {
        return index >= tokens.size()
                || tokens.get(index).isSymbol(';')
                || tokens.get(index).isWord("SETTINGS");
    }

    private static StatementKind kindOf(List<SqlToken> tokens) {
        int index = 0;
        while (index < tokens.size() && tokens.get(index).isSymbol('(')) {
            index++;
        }
        if (index == tokens.size()) {
            return index == 0 ? StatementKind.EMPTY : StatementKind.CHANGE;
        }
        String opening = upper(tokens.get(index));
        if (SELECT_OPENINGS.contains(opening)) {
            return StatementKind.SELECT;
        }
        if (INSPECT_OPENINGS.contains(opening)) {
            return StatementKind.INSPECT;
        }
        return switch (opening) {
            case ";" -> StatementKind.EMPTY;
            case "INSERT" -> StatementKind.INSERT;
            case "SET", "USE" -> StatementKind.SESSION;
            case "KILL" ->
                tokens.size() > 1 && tokens.get(1).isWord("QUERY") ? StatementKind.KILL_QUERY : StatementKind.CHANGE;
            default -> StatementKind.CHANGE;
        };
    }

    private static int depthChange(SqlToken token) {
        if (token.kind() != SqlToken.Kind.SYMBOL) {
            return 0;
        }
        return switch (token.text()) {
            case "(", "[", "{" -> 1;
            case ")", "]", "}" -> -1;
            default -> 0;
        };
    }

    private static String upper(SqlToken token) {
        return token.kind() == SqlToken.Kind.WORD || token.kind() == SqlToken.Kind.SYMBOL
                ? token.text().toUpperCase(Locale.ROOT)
                : "";
    }

    /** Follows the tokens of an INSERT until its data begins. */
    private static final class InsertOutline {

        private final byte[] text;
        private final int length;
        private final Predicate<String> isFormat;
        private int depth;
        private boolean hasSelect;
        private @Nullable InsertData data;

        InsertOutline(byte[] text, int length, Predicate<String> isFormat) {
            this.text = text;
            this.length = length;
            this.isFormat = isFormat;
        }

        /** Takes the newest token in; true when what follows it is data. */
        boolean endsWith(List<SqlToken> tokens) {
            SqlToken newest = tokens.getLast();
            depth += depthChange(newest);
            SqlToken before = tokens.size() > 1 ? tokens.get(tokens.size() - 2) : newest;
            if (opensSelect(newest, before)) {
                hasSelect = true;
            }
            if (depth != 0) {
                return false;
            }
            if (!hasSelect && newest.isWord("VALUES") && !nameFollows(before)) {
                data = new InsertData("Values", /* statementEnd= */ newest.start(), /* start= */ newest.end());
            } else if (tokens.size() > 3 && before.isWord("FORMAT") && isFormatName(newest, tokens)) {
                data = new InsertData(newest.text(), before.start(), dataStart(newest.end()));
            }
            return data != null;
        }

        private boolean opensSelect(SqlToken newest, SqlToken before) {
            boolean selects = newest.isWord("SELECT") || newest.isWord("WITH");
            return selects && (depth == 0 || (depth == 1 && before.isSymbol('(')));
        }

        private boolean isFormatName(SqlToken name, List<SqlToken> tokens) {
            return name.isIdentifier() && isFormat.test(name.text()) && !nameFollows(tokens.get(tokens.size() - 3));
        }

        private static boolean nameFollows(SqlToken before) {
            return switch (before.kind()) {
                case WORD -> NAME_FOLLOWS.contains(before.text().toUpperCase(Locale.ROOT));
                case SYMBOL ->
                    !before.isSymbol(')') && !before.isSymbol(']') && !before.isSymbol('*') && !before.isSymbol('}');
                case QUOTED_IDENTIFIER, STRING, NUMBER, UNTERMINATED -> false;
            };
        }

        /** As the engine does: blanks, at most one semicolon, and the first line break belong to the statement. */
        private int dataStart(int afterName) {
            int position = skipBlanks(afterName);
            if (position < length && text[position] == ';') {
                position = skipBlanks(position + 1);
            }
            if (position < length && text[position] == '\r') {
                position++;
            }
            return position < length && text[position] == '\n' ? position + 1 : position;
        }

        private int skipBlanks(int start) {
            int position = start;
            while (position < length && (text[position] == ' ' || text[position] == '\t' || text[position] == '\f')) {
                position++;
            }
            return position;
        }
    }
}
