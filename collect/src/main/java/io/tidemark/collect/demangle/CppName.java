package io.tidemark.collect.demangle;

/**
 * Demangled names of C++ made shorter: without parameters, without template arguments.
 *
 * <p>The text is scanned with an eye on what only looks like a bracket: {@code operator<}, {@code operator()}, {@code
 * (anonymous namespace)}, and comparisons within parentheses.
 */
final class CppName {
    private static final String ANONYMOUS = "(anonymous namespace)";
    private static final String OPERATOR = "operator";
    private static final String LAMBDA = "{lambda";

    /** What may stand between the parameters of an enclosing function and the name in it. */
    private static final String[] QUALIFIERS = {" const", " volatile", "&&", " &&", " &", "&", " noexcept"};

    private final String name;
    private final StringBuilder out;
    private int at;

    private CppName(String name) {
        this.name = name;
        this.out = new StringBuilder(name.length());
    }

    /** {@code f<int>::g<A<B> >} becomes {@code f::g}. */
    static String withoutTemplates(String name) {
        return name.indexOf('<') < 0 ? name : new CppName(name).dropTemplates();
    }

    /** {@code f(int)::g} becomes {@code f()::g}; the parameters at the end stay. */
    static String withoutEnclosingParameters(String name) {
        return name.contains(")::") || name.contains(") ") ? new CppName(name).dropEnclosing() : name;
    }

    /** {@code f(int) [clone .part.0]} becomes {@code f(int)}. */
    static String withoutClones(String name) {
        int clone = name.indexOf(" [clone ");
        return clone < 0 ? name : name.substring(0, clone);
    }

    /** {@code A<B<C>>} becomes {@code A<B<C> >}, as names were written before C++11 and pprof still writes them. */
    static String withSpaces(String name) {
        return name.contains(">>") ? new CppName(name).separateBrackets() : name;
    }

    private String separateBrackets() {
        while (at < name.length()) {
            copyToken();
            if (at < name.length() && name.charAt(at) == '>' && name.charAt(at - 1) == '>') {
                out.append(' ');
            }
        }
        return out.toString();
    }

    private String dropTemplates() {
        while (at < name.length()) {
            if (name.charAt(at) == '<') {
                at = endOfTemplate(at);
                trimOperator();
            } else {
                copyToken();
            }
        }
        return out.toString();
    }

    /** The space in {@code operator< <int>} is there for the bracket that has just gone. */
    private void trimOperator() {
        int last = out.length() - 1;
        if (last > 0 && out.charAt(last) == ' ' && out.charAt(last - 1) == '<') {
            out.setLength(last);
        }
    }

    private String dropEnclosing() {
        while (at < name.length()) {
            if (name.charAt(at) == '(' && !name.startsWith(ANONYMOUS, at) && isParameterList()) {
                out.append("()");
                at = endOfGroup(at);
            } else {
                copyToken();
            }
        }
        return out.toString();
    }

    /** Copies an operator's name, or one character. */
    private void copyToken() {
        int end = at + (isOperatorNext() ? operatorLength(at) : 1);
        out.append(name, at, end);
        at = end;
    }

    private boolean isOperatorNext() {
        return operatorLength(at) > 0;
    }

    /** The length of {@code operator<<} and the like at an index; 0 where there is no such name. */
    private int operatorLength(int index) {
        if (name.charAt(index) != 'o'
                || !name.startsWith(OPERATOR, index)
                || (index > 0 && isIdentifier(name.charAt(index - 1)))) {
            return 0;
        }
        int symbols = index + OPERATOR.length();
        for (String symbol :
                new String[] {"<=>", "<<=", ">>=", "->*", "->", "<<", ">>", "<=", ">=", "()", "[]", "<", ">"}) {
            if (name.startsWith(symbol, symbols)) {
                return OPERATOR.length() + symbol.length();
            }
        }
        return 0;
    }

    private static boolean isIdentifier(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }

    /** One beyond the bracket that closes the one at {@code open}; the end of the name when none does. */
    private int endOfTemplate(int open) {
        int depth = 0;
        int i = open;
        while (i < name.length()) {
            char c = name.charAt(i);
            int operator = operatorLength(i);
            if (operator > 0) {
                i += operator;
            } else if (c == '(') {
                i = endOfGroup(i);
            } else {
                i++;
                depth += c == '<' ? 1 : c == '>' && name.charAt(i - 2) != '-' ? -1 : 0;
                if (depth == 0) {
                    return i;
                }
            }
        }
        return i;
    }

    /** One beyond the parenthesis that closes the one at {@code open}; the end of the name when none does. */
    private int endOfGroup(int open) {
        int depth = 0;
        int i = open;
        while (i < name.length()) {
            char c = name.charAt(i);
            int operator = operatorLength(i);
            if (operator > 0) {
                i += operator;
                continue;
            }
            i++;
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return i;
    }

    /** Whether the group at this point is the parameter list of a function that something is declared in. */
    private boolean isParameterList() {
        if (at == 0 || name.charAt(at - 1) == ' ' || name.charAt(at - 1) == '(') {
            return false;
        }
        if (name.startsWith(LAMBDA, at - LAMBDA.length())) {
            return false;
        }
        int i = endOfGroup(at);
        boolean qualified = true;
        while (qualified) {
            qualified = false;
            for (String qualifier : QUALIFIERS) {
                if (name.startsWith(qualifier, i)) {
                    i += qualifier.length();
                    qualified = true;
                }
            }
        }
        return name.startsWith("::", i);
    }
}
