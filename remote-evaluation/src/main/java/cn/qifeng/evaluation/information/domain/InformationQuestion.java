package cn.qifeng.evaluation.information.domain;

/**
 * What a member asks procuring entity and agency (征询问题): about the tender document, and never about a bid.
 *
 * @param place place in the tender document that it concerns
 * @param text the question
 * @param minutes how long they have to answer, from the release
 */
public record InformationQuestion(String place, String text, int minutes) {

    /** Most letters of a place. */
    public static final int PLACE_MAX = 100;

    /** Most letters of a question. */
    public static final int TEXT_MAX = 1000;

    public InformationQuestion {
        check("place", place, PLACE_MAX);
        check("question", text, TEXT_MAX);
    }

    private static void check(String field, String text, int max) {
        if (text == null || text.isBlank() || text.length() > max) {
            throw InformationRefusal.QUESTION_INCOMPLETE.at(field, text, "1.." + max + " letters");
        }
    }
}
