/** Office files in OOXML before they are read. */
package cn.qifeng.kit.office;
