"""sqlcipher3 itself is its dbapi2."""

from sqlcipher3.dbapi2 import *
