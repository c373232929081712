package io.tidemark.lab.bench;

/** What a JVM does at the least: the yardstick for short commands. */
final class Hello {
    private Hello() {}

    public static void main(String[] args) {
        System.out.println("hello");
    }
}
