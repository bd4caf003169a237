/** The check of a PDF by the module {@code blind}. */
package cn.qifeng.evaluation.blind.document;
