package io.tidemark.lab.score.grade;

/** Whether a part of an answer is right. */
public enum Mark {
    RIGHT,
    WRONG,
    /** The truth asks for no such part. */
    NOT_ASKED;

    static Mark of(boolean isAsked, boolean isRight) {
        return !isAsked ? NOT_ASKED : isRight ? RIGHT : WRONG;
    }
}
