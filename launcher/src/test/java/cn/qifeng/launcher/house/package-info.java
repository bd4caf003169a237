/** Tests of what the whole house keeps: sizes, names, terms, decisions, and the catalogue of the certifier. */
package cn.qifeng.launcher.house;
