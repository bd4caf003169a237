/** One class for each part of a package that is checked. */
package cn.qifeng.auditor.check;
