/** Changes packages on purpose, to count what the auditor misses or names wrongly. Reads nothing but the package. */
package cn.qifeng.auditor.mutation;
