package cn.qifeng.evaluation.blind.domain;

/**
 * One mark found in a blind file (暗标检查发现). It decides nothing.
 *
 * @param kind its name in the module {@code blind}
 * @param page from 1; 0 for the whole document
 * @param place {@code x,y} in millimetres, or a part of the file
 * @param seen what stands there
 * @param expected what the rule expects instead
 */
public record BlindMark(String kind, int page, String place, String seen, String expected) {}
