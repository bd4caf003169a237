package cn.qifeng.evaluation.clarification.domain;

/**
 * A file that goes with an answer (澄清附件), by its hash.
 *
 * @param sm3 SM3 of the bytes, hex
 */
public record AnswerFile(String name, String sm3, long bytes) {

    /** Most files of one answer. */
    public static final int FILES_MAX = 5;

    /** Most bytes of one file. */
    public static final long BYTES_MAX = 16L << 20;
}
