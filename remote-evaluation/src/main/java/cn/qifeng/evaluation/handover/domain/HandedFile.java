package cn.qifeng.evaluation.handover.domain;

/**
 * A file of a handover as far as it was uploaded (移交文件).
 *
 * @param name as its sub-site called it; it stands in no entry
 * @param length bytes that it has when it is whole
 * @param received bytes that are here; an upload goes on from there
 * @param whole whether all of it is here, and is what its hash says
 */
public record HandedFile(String sm3, String name, long length, long received, boolean whole) {}
