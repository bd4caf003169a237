/** Official documents: PDF/A from HTML with embedded Chinese fonts, seal pictures, and signature fields. */
package cn.qifeng.kit.document;
