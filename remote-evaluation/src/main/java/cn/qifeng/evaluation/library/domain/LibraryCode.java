package cn.qifeng.evaluation.library.domain;

import java.util.regex.Pattern;

/** Code under which a library names one of its experts (专家库代码): {@code L-} and 14 hexadecimal digits, fresh in each pool. */
public final class LibraryCode {

    private static final Pattern FORM = Pattern.compile("L-[0-9A-F]{14}");

    private LibraryCode() {}

    /** Whether a number of an expert is such a code, so that the library alone can call whom it stands for. */
    public static boolean is(String number) {
        return FORM.matcher(number).matches();
    }
}
